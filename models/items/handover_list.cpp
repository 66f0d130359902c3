// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/handover_list.h"

#include <algorithm>

namespace items
{

using namespace domain;

HandoverList::HandoverList(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_zone(source.read.zone())
    , m_background(source)
{
    renew();
}

void HandoverList::sitDown(const Id &person)
{
    m_person = person;
    Q_EMIT renewed();
}

void HandoverList::renew()
{
    m_background.ask([](store::Reader &reader) { return findHandovers(reader, mostShown); })
        .then(this, [this, asked = ++m_asked](const QVector<HandoverLine> &lines) {
            if (asked != m_asked)
                return;
            beginResetModel();
            m_lines = lines;
            m_isComplete = true;
            endResetModel();
            Q_EMIT renewed();
        });
}

void HandoverList::takeIn(const store::Committed &committed)
{
    const bool isTouched = std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        return one.what == store::Touched::Row && one.reg == quint8(Register::Handover);
    });
    if (isTouched)
        renew();
}

int HandoverList::rowOf(const Id &handover) const
{
    const auto at = std::ranges::find(m_lines, handover, &HandoverLine::id);
    return at == m_lines.end() ? -1 : int(at - m_lines.begin());
}

Id HandoverList::ownWaiting() const
{
    const auto own = std::ranges::find_if(
        m_lines, [this](const HandoverLine &one) { return one.waits() && one.giver == m_person; });
    return own == m_lines.end() ? Id() : own->id;
}

int HandoverList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int HandoverList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString HandoverList::text(const HandoverLine &line, int column) const
{
    const auto moment = [this](qint64 at_ms) {
        return QDateTime::fromMSecsSinceEpoch(at_ms, m_zone)
            .toString(QStringLiteral("MM-dd HH:mm"));
    };
    switch (column) {
    case Given:
        return moment(line.given_ms);
    case Where: {
        QStringList parts{line.shift, line.where};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    case GivenBy:
        return line.givenBy;
    case Taken:
        return line.waits() ? tr("Waits") : tr("%1, %2").arg(line.takenBy, moment(line.taken_ms));
    }
    return {};
}

QVariant HandoverList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HandoverLine &line = m_lines.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return text(line, index.column());
    return role == WaitsRole ? QVariant(line.waits()) : QVariant();
}

QVariant HandoverList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[columns] = {
        tr("When"), tr("Shift and place"), tr("Given by"), tr("Taken by")};
    return titles[section];
}

} // namespace items
