// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/roster_table.h"

#include "domain/words.h"
#include "store/presence.h"

#include <QLocale>

#include <algorithm>

namespace items
{

using namespace domain;
using store::NumberedRow;

namespace
{

/// Those who work by shifts: everybody but those who only look and decide.
constexpr quint16 rostered = Clerk | Chief | Member | Technician | Leader | Handler;

struct Absence {
    Id person;
    QString kind;
    qint64 from_ms = 0, until_ms = 0;
    bool isApproved = false;
};

QVector<Absence> absencesOf(store::Reader &reader)
{
    QVector<Absence> absences;
    for (const RegisterRow &row : store::rowsOf(reader, Register::Leave)) {
        const Values &values = row.values;
        // What was answered and not approved is no leave.
        if (values.flag(leave::Approved) || !values.has(leave::AnsweredBy)) {
            absences.append({values[leave::Person].value<Id>(), values.text(leave::Kind),
                values.number(leave::From), values.number(leave::Until),
                values.flag(leave::Approved)});
        }
    }
    return absences;
}

void addAbsence(RosterTable::Cell &cell, const Absence &absence)
{
    if (absence.isApproved)
        cell.leave = absence.kind;
    else
        cell.isAsked = true;
}

} // namespace

RosterTable::RosterTable(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_zone(source.read.zone())
    , m_background(source)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(source.read.now_ms(), m_zone).date();
    m_first = today.addDays(1 - today.dayOfWeek());
    showWeek(m_first);
}

void RosterTable::showWeek(QDate first)
{
    m_wanted = first;
    renew();
}

qint64 RosterTable::startOf(QDate day) const
{
    return day.startOfDay(m_zone).toMSecsSinceEpoch();
}

RosterTable::Week RosterTable::readWeek(store::Reader &reader, QDate first)
{
    Week week;
    week.first = first;
    store::PresenceBook book(reader);
    week.shifts = book.shifts();
    const QTimeZone zone = reader.zone();
    const auto inHand =
        reader.countTicketsBy({.filters = {{QStringLiteral("under_way"), QStringLiteral("1")}}},
            QStringLiteral("assignee"));
    const QVector<Absence> absences = absencesOf(reader);
    const auto acting = findActing(reader, first, days);
    week.away = findChiefsAway(reader, first, days);
    QVector<QVector<ShiftHours>> worked(days + 1); // the day before stands first
    for (const RegisterRow &row : store::rowsOf(reader, Register::Staff)) {
        const Values &values = row.values;
        if (!(roleOf(values.text(staff::Role)) & rostered))
            continue;
        Line line{row.id, values.text(staff::Name), values.text(staff::Role),
            values.text(staff::Team), inHand.value(values.text(staff::Login)), {},
            acting.value(row.id)};
        for (int day = -1; day < days; ++day) {
            const QDate date = first.addDays(day);
            Cell cell{book.shiftOn(row.id, date), {}, false};
            const qint64 from_ms = date.startOfDay(zone).toMSecsSinceEpoch();
            const qint64 until_ms = date.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
            for (const Absence &absence : absences) {
                if (absence.person == row.id && absence.from_ms < until_ms
                    && absence.until_ms > from_ms)
                    addAbsence(cell, absence);
            }
            if (week.shifts.contains(cell.code) && cell.leave.isEmpty())
                worked[day + 1].append(week.shifts.value(cell.code));
            if (day >= 0)
                line.cells.append(cell);
        }
        week.lines.append(line);
    }
    for (int day = 0; day < days; ++day)
        week.gaps.append(dutyGaps(worked[day], worked[day + 1]));
    return week;
}

void RosterTable::renew()
{
    m_background.ask([first = m_wanted](store::Reader &reader) { return readWeek(reader, first); })
        .then(this, [this, asked = ++m_asked](const Week &week) {
            if (asked == m_asked)
                put(week);
        });
}

void RosterTable::put(Week week)
{
    // Another week closes what is being typed: it belonged to the one before.
    const bool isSame =
        week.first == m_first && std::ranges::equal(week.lines, m_lines, {}, &Line::id, &Line::id);
    if (!isSame)
        beginResetModel();
    m_first = week.first;
    m_lines = std::move(week.lines);
    m_shifts = std::move(week.shifts);
    m_gaps = std::move(week.gaps);
    m_away = std::move(week.away);
    m_isComplete = true;
    if (!isSame)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, FirstDay, columns - 1);
    Q_EMIT renewed();
}

void RosterTable::takeIn(const store::Committed &committed)
{
    static constexpr Register watched[] = {Register::Roster, Register::Leave, Register::Shift,
        Register::Staff, Register::Grid, Register::Grant};
    const bool isTouched = std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        return one.what == store::Touched::Row
            && std::ranges::any_of(
                watched, [&one](Register reg) { return one.reg == quint8(reg); });
    });
    if (isTouched)
        renew();
}

const ShiftHours *RosterTable::shift(const QString &code) const
{
    const auto known = m_shifts.constFind(code);
    return known == m_shifts.constEnd() ? nullptr : &*known;
}

QVector<ShiftHours> RosterTable::shifts() const
{
    QVector<ShiftHours> shifts(m_shifts.cbegin(), m_shifts.cend());
    std::ranges::sort(shifts, {}, [](const ShiftHours &one) {
        return std::tuple(!one.isWorked(), one.from, one.kind, one.code);
    });
    return shifts;
}

int RosterTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_lines.isEmpty() ? 0 : int(m_lines.size()) + 1;
}

int RosterTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

/// Leave stands before the shift: who is away doesn't work it.
QString RosterTable::cellText(const Cell &cell) const
{
    if (!cell.leave.isEmpty())
        return wordFor(List::LeaveKind, cell.leave);
    return cell.isAsked ? cell.code + tr(" (leave?)") : cell.code;
}

/// Who acts for a chief has that below the name, until the last day of it.
QString RosterTable::nameText(const Line &line) const
{
    QStringList lines{line.name + QStringLiteral(" · ") + wordFor(List::Role, line.role)};
    for (const ActingChief &one : line.acting) {
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(one.until_ms - 1, m_zone);
        lines << (one.until_ms ? tr("Acting for %1 until %2")
                                     .arg(one.grid, until.toString(QStringLiteral("MM-dd")))
                               : tr("Acting for %1").arg(one.grid));
    }
    return lines.join(u'\n');
}

QVariant RosterTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole)
        return {};
    const int day = index.column() - FirstDay;
    if (index.row() == m_lines.size()) {
        if (index.column() == Name)
            return tr("Nobody on duty");
        QStringList gaps;
        for (const MinuteStretch &gap : m_gaps.value(day))
            gaps << stretchWords(gap);
        return gaps.join(QLatin1Char('\n'));
    }
    const Line &line = m_lines.at(index.row());
    if (index.column() == Name)
        return nameText(line);
    if (index.column() == InHand)
        return line.inHand ? QVariant(line.inHand) : QVariant();
    const Cell &cell = line.cells.at(day);
    return role == Qt::EditRole ? cell.code : cellText(cell);
}

QVariant RosterTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Name)
        return tr("Who");
    if (section == InHand)
        return tr("In hand");
    const QDate day = dayOf(section);
    return QString(QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat)
        + day.toString(QStringLiteral(" MM-dd")));
}

bool RosterTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Line &line = m_lines.at(index.row());
    const QString code = value.toString().trimmed();
    if (code != line.cells.at(index.column() - FirstDay).code)
        Q_EMIT typed(line.id, dayOf(index.column()), code);
    return true;
}

Qt::ItemFlags RosterTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (m_isEditable && index.column() >= FirstDay && index.row() < m_lines.size())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace items
