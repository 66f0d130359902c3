// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/outage_list_model.h"

#include <algorithm>

namespace items
{

using namespace domain;

OutageListModel::OutageListModel(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_zone(source.read.zone())
    , m_background(source)
{
    renew();
}

void OutageListModel::takeIn(const store::Committed &committed)
{
    const bool isTouched = std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        return one.what == store::Touched::Ticket
            || (one.what == store::Touched::Row && one.reg == quint8(Register::Outage));
    });
    if (isTouched)
        renew();
}

/// However much is committed meanwhile, it is read once more.
void OutageListModel::renew()
{
    m_isStale = m_isAsking;
    if (std::exchange(m_isAsking, true))
        return;
    m_background
        .ask([](store::Reader &reader) {
            QVector<Line> lines;
            for (const OutageLine &outage : findOutages(reader))
                lines.append({outage, countCalls(reader, outage.row)});
            return lines;
        })
        .then(this, [this](const QVector<Line> &lines) {
            m_isAsking = false;
            put(lines);
            if (m_isStale)
                renew();
        });
}

/// The same rows keep their places, so that nothing moves under the hand.
void OutageListModel::put(const QVector<Line> &lines)
{
    m_isComplete = true;
    const bool isSame = std::ranges::equal(
        lines, m_lines, {}, [](const Line &one) { return one.outage.id; },
        [](const Line &one) { return one.outage.id; });
    if (isSame) {
        m_lines = lines;
        if (!m_lines.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    } else {
        beginResetModel();
        m_lines = lines;
        endResetModel();
    }
    Q_EMIT renewed();
}

int OutageListModel::rowOf(const Id &outage) const
{
    const auto at =
        std::ranges::find(m_lines, outage, [](const Line &one) { return one.outage.id; });
    return at == m_lines.end() ? -1 : int(at - m_lines.begin());
}

int OutageListModel::going() const
{
    return int(std::ranges::count(
        m_lines, OutageLine::Now, [](const Line &one) { return one.outage.stage; }));
}

int OutageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int OutageListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString OutageListModel::timeText(qint64 at_ms) const
{
    return at_ms
        ? QDateTime::fromMSecsSinceEpoch(at_ms, m_zone).toString(QStringLiteral("MM-dd HH:mm"))
        : QString();
}

QVariant OutageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() >= Waiting)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const OutageLine &outage = line.outage;
    switch (index.column()) {
    case Stage:
        return outage.isCancelled                 ? tr("Called off")
            : outage.stage == OutageLine::Now     ? tr("Going on")
            : outage.stage == OutageLine::Planned ? tr("To come")
                                                  : tr("Over");
    case Title:
        return outage.title;
    case Where:
        return outage.where.isEmpty() ? outage.grids.join(QStringLiteral("、")) : outage.where;
    case From:
        return timeText(outage.from_ms);
    case Until:
        return timeText(outage.restored_ms ? outage.restored_ms : outage.until_ms);
    case Waiting:
        return line.calls.waiting;
    case Told:
        return line.calls.told;
    default:
        return {};
    }
}

QVariant OutageListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= Waiting)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Stage:
        return tr("State");
    case Title:
        return tr("What fails");
    case Where:
        return tr("Where");
    case From:
        return tr("From");
    case Until:
        return tr("Until");
    case Waiting:
        return tr("Waiting");
    case Told:
        return tr("Called back");
    default:
        return {};
    }
}

} // namespace items
