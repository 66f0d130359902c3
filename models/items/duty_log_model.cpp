// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/duty_log_model.h"

#include "domain/words.h"

#include <algorithm>
#include <utility>

namespace items
{

using namespace domain;

namespace
{

constexpr qint64 halfDay_ms = 12 * 3'600'000;

} // namespace

DutyLogModel::DutyLogModel(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_zone(source.read.zone())
    , m_background(source)
{
    showDay(today());
}

QDate DutyLogModel::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_source.read.now_ms(), m_zone).date();
}

void DutyLogModel::showDay(QDate day)
{
    m_day = std::min(day, today());
    renew();
}

/// However much arrives meanwhile, the log is read once more.
void DutyLogModel::renew()
{
    if (std::exchange(m_isAsking, true)) {
        m_isStale = true;
        return;
    }
    const bool isToday = m_day == today();
    qint64 from_ms = m_day.startOfDay(m_zone).toMSecsSinceEpoch();
    // A night goes over midnight, and its log with it. What is typed a moment ahead of this desk's clock stands there too.
    const qint64 until_ms = m_day.addDays(isToday ? 2 : 1).startOfDay(m_zone).toMSecsSinceEpoch();
    if (isToday)
        from_ms = std::min(from_ms, m_source.read.now_ms() - halfDay_ms);
    m_background
        .ask([=](store::Reader &reader) { return findDutyLog(reader, from_ms, until_ms, isToday); })
        .then(this, [this](const QVector<DutyLine> &lines) {
            m_isAsking = false;
            if (std::exchange(m_isStale, false))
                return renew();
            beginResetModel();
            m_lines = lines;
            m_isComplete = true;
            endResetModel();
            Q_EMIT renewed();
        });
}

void DutyLogModel::takeIn(const store::Committed &committed)
{
    const bool isTouched = std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        return one.what == store::Touched::Row && one.reg == quint8(Register::DutyLog);
    });
    if (isTouched)
        renew();
}

int DutyLogModel::rowOf(const Id &line) const
{
    const auto at = std::ranges::find(m_lines, line, &DutyLine::id);
    return at == m_lines.end() ? -1 : int(at - m_lines.begin());
}

int DutyLogModel::open() const
{
    return int(std::ranges::count_if(m_lines, &DutyLine::isOpen));
}

int DutyLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int DutyLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

/// Of another day with its date.
QString DutyLogModel::timeText(qint64 at_ms) const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(at_ms, m_zone);
    return at.toString(
        at.date() == m_day ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm"));
}

QString DutyLogModel::text(const DutyLine &line, int column) const
{
    switch (column) {
    case At:
        return timeText(line.at_ms);
    case Kind:
        return wordFor(List::DutyKind, line.kind);
    case What: {
        QString text = line.phone.isEmpty() ? line.what : line.phone + u' ' + line.what;
        if (!line.result.isEmpty())
            text += tr(" — %1").arg(line.result);
        return text.replace(u'\n', u' ');
    }
    case By:
        return line.by;
    case State:
        return line.isOpen    ? tr("To be done")
            : line.settled_ms ? tr("Settled %1").arg(timeText(line.settled_ms))
                              : QString();
    }
    return {};
}

QVariant DutyLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DutyLine &line = m_lines.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return text(line, index.column());
    return role == WaitsRole ? QVariant(line.isOpen) : QVariant();
}

QVariant DutyLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[columns] = {
        tr("When"), tr("What came in"), tr("What happened"), tr("On duty"), tr("State")};
    return titles[section];
}

} // namespace items
