// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/row_rules.h"

#include "domain/decide_parts.h"
#include "domain/hours_rules.h"
#include "domain/rights_scope.h"
#include "domain/rule_words.h"
#include "domain/words.h"

#include <algorithm>

namespace domain
{

namespace
{

/// The row as the command would leave it, and as it was.
struct Change {
    const PutRow &command;
    const Values after;
    const Values before;
    const Surroundings &around;

    QString key(quint8 field) const { return registerSpec(command.reg).fields.find(field)->name(); }
    bool touches(quint8 field) const
    {
        return command.values.has(field) || command.cleared.contains(field);
    }
    bool alters(quint8 field) const { return before[field] != after[field]; }
};

using Check = std::optional<Refusal> (*)(const Change &change);

std::optional<Refusal> checkOrder(const Change &change, quint8 from, quint8 until)
{
    if (!change.after.has(until) || change.after.number(until) > change.after.number(from))
        return {};
    return Refusal{change.key(until), Words::tr("It would end before it begins."),
        Words::tr("Enter a later time.")};
}

std::optional<Refusal> checkOutage(const Change &change)
{
    for (const quint8 end : {outage::Until, outage::Restored}) {
        if (auto refusal = checkOrder(change, outage::From, end))
            return refusal;
    }
    const bool areGridsNew = change.alters(outage::Grids);
    for (const QString &code :
        areGridsNew ? severalOf(change.after.text(outage::Grids)) : QStringList()) {
        if (change.around.rowWithCode(Register::Grid, code).isNull()) {
            return Refusal{change.key(outage::Grids),
                Words::tr("There is no grid \"%1\".").arg(code),
                Words::tr("Enter codes from the list of grids, with commas between."),
                Refusal::Unknown};
        }
    }
    return {};
}

std::optional<Refusal> checkEscalation(const Change &change)
{
    const QString clock = change.after.text(escalation::Clock);
    if (!clock.isEmpty() && !allClocks().contains(clock)) {
        return Refusal{change.key(escalation::Clock),
            Words::tr("There is no clock \"%1\".").arg(clock),
            Words::tr("Choose one of: %1.").arg(allClocks().join(QStringLiteral(", ")))};
    }
    for (const QString &code : severalOf(change.after.text(escalation::To))) {
        if (!isWord(List::EscalateTo, code)) {
            return Refusal{change.key(escalation::To),
                Words::tr("\"%1\" can't be told by itself.").arg(code),
                Words::tr("Choose from the list who is told.")};
        }
    }
    return {};
}

std::optional<Refusal> checkShift(const Change &change)
{
    for (const quint8 field : {shift::From, shift::Until}) {
        const QString text = change.after.text(field);
        if (!text.isEmpty() && !QTime::fromString(text, QStringLiteral("HH:mm")).isValid()) {
            return Refusal{change.key(field), Words::tr("\"%1\" is no time of day.").arg(text),
                Words::tr("Write it as 08:00. A shift that ends earlier than it begins ends the "
                          "next day.")};
        }
    }
    if (change.after.has(shift::From) == change.after.has(shift::Until))
        return {};
    return Refusal{change.key(shift::Until), Words::tr("A shift has a beginning and an end."),
        Words::tr("Fill in both times, or neither.")};
}

std::optional<Refusal> checkRoster(const Change &change)
{
    const QString shift = change.after.text(roster::Shift);
    if (!change.around.rowWithCode(Register::Shift, shift).isNull())
        return {};
    return Refusal{change.key(roster::Shift), Words::tr("There is no shift \"%1\".").arg(shift),
        Words::tr("Type one of the shifts, or add it to that register."), Refusal::Unknown};
}

/// What was approved holds as it was approved; whoever wants other days asks anew.
std::optional<Refusal> checkLeave(const Change &change)
{
    constexpr quint16 approves = Chief | Leader | Head | Manager | Administrator;
    if (auto refusal = checkOrder(change, leave::From, leave::Until))
        return refusal;
    const Actor actor = change.around.who();
    const bool isAnswered = change.touches(leave::Approved) || change.touches(leave::AnsweredBy);
    if (!isAnswered) {
        const bool isOther = change.alters(leave::From) || change.alters(leave::Until)
            || change.alters(leave::Kind) || change.alters(leave::Person);
        if (!change.before.flag(leave::Approved) || !isOther)
            return {};
        return Refusal{change.key(leave::From),
            Words::tr("This leave was approved for other days."),
            Words::tr("Remove it and ask for the other days.")};
    }
    if (change.after[leave::AnsweredBy].value<Id>() != actor.person) {
        return Refusal{change.key(leave::AnsweredBy),
            Words::tr("Whoever answers answers in the own name."),
            Words::tr("Sit down at the desk under your own name.")};
    }
    if (change.after[leave::Person].value<Id>() == actor.person) {
        return Refusal{change.key(leave::AnsweredBy), Words::tr("Nobody approves the own leave."),
            Words::tr("Let the chief, the team leader or a superior answer.")};
    }
    if (has(approves, anywhere, actor, change.around.grants()))
        return {};
    return Refusal{change.key(leave::AnsweredBy),
        Words::tr("Leave is answered by: %1.").arg(roleWords(approves)),
        Words::tr("Let one of them answer.")};
}

/// Whether it helped is judged by somebody else than whoever did it.
std::optional<Refusal> checkMeasure(const Change &change)
{
    const Id by = change.after[measure::By].value<Id>();
    if (!change.after.has(measure::Checked) || change.after[measure::CheckedBy].value<Id>() != by)
        return {};
    return Refusal{change.key(measure::CheckedBy),
        Words::tr("Somebody else checks whether it helped."),
        Words::tr("Name another person than the one who answers for it.")};
}

constexpr std::pair<Register, Check> checks[] = {
    {Register::Outage, checkOutage},
    {Register::Escalation, checkEscalation},
    {Register::Shift, checkShift},
    {Register::Roster, checkRoster},
    {Register::Leave, checkLeave},
    {Register::Measure, checkMeasure},
};

} // namespace

std::optional<Refusal> checkMeaning(const PutRow &command, const Surroundings &around)
{
    const auto check = std::ranges::find(checks, command.reg, &std::pair<Register, Check>::first);
    if (check == std::end(checks))
        return checkHours(command, around);
    const auto before = around.findRow(command.row);
    return check->second(
        {command, rowAfter(command, around).values, before ? before->values : Values(), around});
}

Values saidTogether(const PutRow &command, const Surroundings &around)
{
    Values said = command.values;
    if (command.reg != Register::Leave || !said.has(leave::Approved))
        return said;
    const Values after = rowAfter(command, around).values;
    for (const quint8 field : {leave::Person, leave::Kind, leave::From, leave::Until})
        said.set(field, after[field]);
    return said;
}

} // namespace domain
