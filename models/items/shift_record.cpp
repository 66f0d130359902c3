// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/shift_record.h"

#include "domain/personal_numbers.h"
#include "domain/words.h"
#include "items/duty_watch.h"
#include "store/presence.h"

#include <QCoreApplication>

#include <algorithm>

namespace items
{

using namespace domain;
using store::NumberedRow;
using store::Reader;

namespace
{

constexpr qint64 hour_ms = 3'600'000;
constexpr qint64 usualShift_ms = 8 * hour_ms; ///< where the roster says nothing of the next one
constexpr qsizetype mostLines = 40; ///< of more the list of tickets tells
constexpr qsizetype farthestBack =
    20'000; ///< rows, as they came to this desk: a year of a busy duty room

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items::shifts)
};

QString nameOf(Reader &reader, const QVariant &person)
{
    const auto row = reader.findRow(person.value<Id>());
    return row ? row->row.values.text(staff::Name) : QString();
}

/// The last rows of a register that came to this desk.
QVector<NumberedRow> lastRows(Reader &reader, Register reg)
{
    const QVector<qint64> numbers = reader.findRowNumbers(reg);
    QVector<NumberedRow> rows;
    for (const qint64 number : numbers.last(std::min(farthestBack, numbers.size()))) {
        if (const auto row = reader.findRow(number))
            rows.append(*row);
    }
    return rows;
}

DutyLine dutyLineFrom(Reader &reader, const NumberedRow &row)
{
    const Values &values = row.row.values;
    return {row.row.id, values.number(duty_log::At), values.text(duty_log::Kind),
        showContact(reader, row, Clarity::Masked).phone, values.text(duty_log::What),
        nameOf(reader, values[duty_log::By]),
        values.flag(duty_log::Open) && !values.has(duty_log::Settled),
        values.number(duty_log::Settled), values.text(duty_log::Result)};
}

QString moment(Reader &reader, qint64 at_ms)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, reader.zone())
        .toString(QStringLiteral("MM-dd HH:mm"));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString linesOf(QStringList lines)
{
    if (const qsizetype more = lines.size() - mostLines; more > 0) {
        lines.resize(mostLines);
        lines << Words::tr("and %n more", nullptr, int(more));
    }
    return lines.join(u'\n');
}

/// A promise as the next one reads it: number, what, state, what runs out when.
QString promiseLine(Reader &reader, const store::TicketLine &line, qint64 now_ms)
{
    const QString what =
        joined({wordFor(List::Kind, line.kind), wordFor(List::Line, line.line), line.category,
            line.urgency == u"normal" ? QString() : wordFor(List::Urgency, line.urgency)});
    const QString due =
        Words::tr("%1 by %2").arg(clockWord(line.dueClock), moment(reader, line.due_ms));
    return joined({line.number, what, stateWord(line.state), due,
        line.due_ms <= now_ms ? Words::tr("overdue") : QString()});
}

void gatherPromises(Reader &reader, const ShiftScope &scope, qint64 now_ms, GatheredShift &gathered)
{
    store::TicketQuery query{
        .filters = {{QStringLiteral("due_before"), QString::number(gathered.until_ms)}},
        .sort = QStringLiteral("due_at"),
        .descending = false};
    if (!scope.grid.isEmpty())
        query.filters.append({QStringLiteral("grid"), scope.grid});
    if (!scope.unit.isEmpty())
        query.filters.append({QStringLiteral("unit"), scope.unit});
    QVector<store::TicketLine> found = reader.findTickets(query);
    // What can still be kept stands first, then what ran out last.
    const auto late = std::ranges::partition_point(
        found, [now_ms](const store::TicketLine &line) { return line.due_ms <= now_ms; });
    std::reverse(found.begin(), late);
    std::rotate(found.begin(), late, found.end());
    QStringList lines;
    for (const store::TicketLine &line : std::as_const(found))
        lines << promiseLine(reader, line, now_ms);
    gathered.promiseCount = found.size();
    gathered.promises = linesOf(lines);
}

void gatherCalls(Reader &reader, qint64 now_ms, GatheredShift &gathered)
{
    QStringList lines, numbers;
    for (const DutyLine &line : findDutyLog(reader, now_ms, now_ms, true))
        lines << joined({moment(reader, line.at_ms), wordFor(List::DutyKind, line.kind),
            withNumbersTakenOut(line.what, numbers)});
    gathered.callCount = lines.size();
    gathered.calls = linesOf(lines);
}

} // namespace

QVector<DutyLine> findDutyLog(Reader &reader, qint64 from_ms, qint64 until_ms, bool withOpen)
{
    QVector<DutyLine> lines;
    for (const NumberedRow &row : lastRows(reader, Register::DutyLog)) {
        const Values &values = row.row.values;
        const qint64 at_ms = values.number(duty_log::At);
        const bool isOpen = values.flag(duty_log::Open) && !values.has(duty_log::Settled);
        if ((at_ms >= from_ms && at_ms < until_ms) || (withOpen && isOpen))
            lines.append(dutyLineFrom(reader, row));
    }
    std::ranges::sort(lines, [](const DutyLine &one, const DutyLine &other) {
        return std::pair(one.at_ms, one.id) > std::pair(other.at_ms, other.id);
    });
    return lines;
}

QString phoneToCall(Reader &reader, const Id &line)
{
    const auto row = reader.findRow(line);
    return row ? showContact(reader, *row, Clarity::Clear).phone : QString();
}

HandoverLine handoverFrom(Reader &reader, const RegisterRow &row)
{
    const Values &values = row.values;
    return {row.id, values.text(handover::Shift), values.text(handover::Where),
        values[handover::GivenBy].value<Id>(), nameOf(reader, values[handover::GivenBy]),
        values.number(handover::GivenAt), values.text(handover::Promises),
        values.text(handover::Calls), values.number(handover::Drafts), values.text(handover::Watch),
        values[handover::TakenBy].value<Id>(), nameOf(reader, values[handover::TakenBy]),
        values.number(handover::TakenAt), values.text(handover::Remark)};
}

PutRow takingOver(const HandoverLine &shown, const Id &taker, qint64 at_ms, const QString &remark)
{
    PutRow command{Register::Handover, shown.id,
        {{handover::TakenBy, QVariant::fromValue(taker)}, {handover::TakenAt, at_ms},
            {handover::GivenBy, QVariant::fromValue(shown.giver)},
            {handover::GivenAt, shown.given_ms}},
        {}};
    if (shown.drafts)
        command.values.set(handover::Drafts, shown.drafts);
    const std::pair<quint8, const QString &> texts[] = {{handover::Shift, shown.shift},
        {handover::Where, shown.where}, {handover::Promises, shown.promises},
        {handover::Calls, shown.calls}, {handover::Watch, shown.watch}, {handover::Remark, remark}};
    for (const auto &[field, text] : texts) {
        if (!text.isEmpty())
            command.values.set(field, text);
        else if (field != handover::Remark)
            command.cleared.append(field);
    }
    return command;
}

QVector<HandoverLine> findHandovers(Reader &reader, qsizetype most)
{
    QVector<NumberedRow> rows = lastRows(reader, Register::Handover);
    std::ranges::sort(rows, [](const NumberedRow &one, const NumberedRow &other) {
        return std::pair(one.row.values.number(handover::GivenAt), one.row.id)
            > std::pair(other.row.values.number(handover::GivenAt), other.row.id);
    });
    QVector<HandoverLine> lines;
    for (const NumberedRow &row : rows.first(std::min(most, rows.size())))
        lines.append(handoverFrom(reader, row.row));
    return lines;
}

QVector<HandoverLine> waitingFor(const QVector<HandoverLine> &handovers, const Id &person)
{
    QVector<HandoverLine> waiting;
    std::ranges::copy_if(handovers, std::back_inserter(waiting),
        [&person](const HandoverLine &one) { return one.waits() && one.giver != person; });
    return waiting;
}

ShiftScope scopeOf(Reader &reader, const Id &person)
{
    const auto row = reader.findRow(person);
    if (!row)
        return {};
    const auto grid = reader.findRow(row->row.values[staff::Grid].value<Id>());
    if (grid)
        return {grid->row.values.text(grid::Code), {}};
    return {{}, row->row.values.text(staff::Team)};
}

GatheredShift gatherShift(Reader &reader, const Id &person, const ShiftScope &scope, qint64 now_ms)
{
    GatheredShift gathered;
    store::PresenceBook book(reader);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now_ms, reader.zone()).date();
    // Whoever goes home in the morning worked the night of the day before.
    gathered.shift = book.shiftOn(person, today);
    if (gathered.shift.isEmpty())
        gathered.shift = book.shiftOn(person, today.addDays(-1));
    const qint64 end_ms = findDuty(reader, now_ms).endOfNext_ms();
    gathered.until_ms = std::max(end_ms, now_ms + usualShift_ms);
    gatherPromises(reader, scope, now_ms, gathered);
    gatherCalls(reader, now_ms, gathered);
    return gathered;
}

Values handoverOf(const GatheredShift &gathered, const Id &giver, qint64 now_ms, qint64 drafts)
{
    return {{handover::Shift, gathered.shift}, {handover::GivenBy, QVariant::fromValue(giver)},
        {handover::GivenAt, now_ms}, {handover::Promises, gathered.promises},
        {handover::Calls, gathered.calls}, {handover::Drafts, drafts}};
}

} // namespace items
