// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/row_rules.h"

#include "domain/decide_parts.h"
#include "domain/hours_rules.h"
#include "domain/personal_numbers.h"
#include "domain/rights_scope.h"
#include "domain/rule_words.h"
#include "domain/visit_plan.h"
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

std::optional<Refusal> checkGrids(const Change &change, quint8 field)
{
    for (const QString &code :
        change.alters(field) ? severalOf(change.after.text(field)) : QStringList()) {
        if (change.around.rowWithCode(Register::Grid, code).isNull()) {
            return Refusal{change.key(field), Words::tr("There is no grid \"%1\".").arg(code),
                Words::tr("Enter codes from the list of grids, with commas between."),
                Refusal::Unknown};
        }
    }
    return {};
}

std::optional<Refusal> checkOutage(const Change &change)
{
    for (const quint8 end : {outage::Until, outage::Restored}) {
        if (auto refusal = checkOrder(change, outage::From, end))
            return refusal;
    }
    return checkGrids(change, outage::Grids);
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

/// Whether it helped is judged once it was done, and by somebody else than whoever did it.
std::optional<Refusal> checkMeasure(const Change &change)
{
    for (const quint8 field : {measure::Done, measure::CheckedBy}) {
        if (change.after.has(measure::Checked) && !change.after.has(field)) {
            return Refusal{change.key(field),
                Words::tr("%1 is missing.")
                    .arg(labelOf(*registerSpec(Register::Measure).fields.find(field))),
                Words::tr("What was done is checked by somebody, after it was done.")};
        }
    }
    const Id by = change.after[measure::By].value<Id>();
    if (!change.after.has(measure::Checked) || change.after[measure::CheckedBy].value<Id>() != by)
        return {};
    return Refusal{change.key(measure::CheckedBy),
        Words::tr("Somebody else checks whether it helped."),
        Words::tr("Name another person than the one who answers for it.")};
}

/// What is settled says what came of it.
std::optional<Refusal> checkDutyLog(const Change &change)
{
    if (!change.after.has(duty_log::Settled) || change.after.has(duty_log::Result))
        return {};
    return Refusal{change.key(duty_log::Result), Words::tr("What came of it is missing."),
        Words::tr("Fill it in.")};
}

/// Each signs for the own half: who gives says what is left open, who takes over says so and changes nothing of it. What both have signed stands.
std::optional<Refusal> checkHandover(const Change &change)
{
    const Id actor = change.around.actor();
    const Id giver = change.after[handover::GivenBy].value<Id>();
    if (change.before.has(handover::TakenBy)) {
        return Refusal{change.key(handover::TakenBy), Words::tr("Both have signed this handover."),
            Words::tr("What comes up later belongs into the duty log.")};
    }
    if (change.after.has(handover::TakenBy) != change.after.has(handover::TakenAt)) {
        return Refusal{change.key(handover::TakenAt),
            Words::tr("A shift is taken over by somebody at some moment."),
            Words::tr("Fill in both, or neither.")};
    }
    if (!change.after.has(handover::TakenBy)) {
        if (giver == actor && !(change.alters(handover::GivenBy) && !change.before.isEmpty()))
            return {};
        return Refusal{change.key(handover::GivenBy),
            Words::tr("A shift is handed over in the own name."),
            Words::tr("Sit down at the desk under your own name.")};
    }
    if (change.after[handover::TakenBy].value<Id>() != actor || giver == actor) {
        return Refusal{change.key(handover::TakenBy),
            Words::tr("A shift is taken over by somebody else, in the own name."),
            Words::tr("Let the one who takes over sit down under the own name.")};
    }
    for (const quint8 field :
        {handover::Shift, handover::Where, handover::GivenBy, handover::GivenAt, handover::Promises,
            handover::Calls, handover::Drafts, handover::Watch}) {
        if (change.alters(field)) {
            return Refusal{change.key(field),
                Words::tr("What was handed over stands as it is, and may have been brought up to "
                          "date meanwhile."),
                Words::tr("Read it once more, and write what differs into the remark.")};
        }
    }
    return {};
}

/// What has begun goes on as it began: its rounds name what was recorded, and answers stand by the place of their question.
std::optional<Refusal> checkBegun(const Change &change)
{
    const bool hasBegun = change.before.has(visit_plan::From)
        && change.before.number(visit_plan::From) <= change.around.now_ms();
    if (!hasBegun)
        return {};
    const auto refuse = [&change](quint8 field) {
        return Refusal{change.key(field),
            Words::tr("This plan has begun: visits are on record by its rounds and questions."),
            Words::tr("End it and enter another plan.")};
    };
    for (const quint8 field : {visit_plan::From, visit_plan::Months, visit_plan::OneIn}) {
        if (change.alters(field))
            return refuse(field);
    }
    const QString before = change.before.text(visit_plan::Questions);
    const QString after = change.after.text(visit_plan::Questions);
    const bool isLonger = before.isEmpty() || after == before || after.startsWith(before + u'\n');
    return isLonger ? std::nullopt : std::optional(refuse(visit_plan::Questions));
}

std::optional<Refusal> checkVisitPlan(const Change &change)
{
    if (auto refusal = checkBegun(change))
        return refusal;
    constexpr int mostMonths = 60, mostOneIn = 10'000;
    const auto isWithin = [&change](quint8 field, qint64 most) {
        return !change.after.has(field)
            || (change.after.number(field) >= 1 && change.after.number(field) <= most);
    };
    for (const auto &[field, most] :
        {std::pair(visit_plan::Months, mostMonths), std::pair(visit_plan::OneIn, mostOneIn)}) {
        if (!isWithin(field, most)) {
            return Refusal{change.key(field),
                Words::tr("%1 lies between 1 and %2.")
                    .arg(labelOf(*registerSpec(Register::VisitPlan).fields.find(field)))
                    .arg(most),
                Words::tr("Enter another number, or leave it out.")};
        }
    }
    if (auto refusal = checkOrder(change, visit_plan::From, visit_plan::Until))
        return refusal;
    return checkGrids(change, visit_plan::Grids);
}

std::optional<Refusal> checkVisit(const Change &change)
{
    const auto row = change.around.findRow(change.after[visit::Plan].value<Id>());
    if (!row || row->reg != Register::VisitPlan || row->removed) {
        return Refusal{change.key(visit::Plan), Words::tr("There is no such plan."),
            Words::tr("Choose one from the list of plans."), Refusal::Unknown};
    }
    const VisitPlan plan = VisitPlan::from(*row);
    if (!isRound(plan, change.after.number(visit::Round), change.around.zone())) {
        return Refusal{change.key(visit::Round),
            Words::tr("The plan \"%1\" has no round that begins then.").arg(plan.name),
            Words::tr("Take the round from the list of those to be visited.")};
    }
    if (scoresFrom(change.after.text(visit::Scores), plan.questions.size()))
        return {};
    return Refusal{change.key(visit::Scores),
        Words::tr("Answers are numbers from 1 to 5, one for each question."),
        Words::tr("Write them as 5,4,3, and leave one out where nobody answered.")};
}

/// Texts of these registers are read by everybody on duty, copied into handovers and printed.
constexpr Register withoutNumbers[] = {Register::DutyLog, Register::Handover};

std::optional<Refusal> checkNumbers(const PutRow &command)
{
    if (std::ranges::find(withoutNumbers, command.reg) == std::end(withoutNumbers))
        return {};
    for (const FieldSpec &spec : registerSpec(command.reg).fields) {
        const bool isText = spec.type == FieldType::Text || spec.type == FieldType::LongText;
        if (!isText || spec.is(Personal)
            || findPersonalNumbers(command.values.text(spec.id)).isEmpty())
            continue;
        return Refusal{spec.name(),
            Words::tr("%1 holds a number that leads to a person.").arg(labelOf(spec)),
            Words::tr("Leave it out here. A caller's number is kept sealed in the field for it.")};
    }
    return {};
}

constexpr std::pair<Register, Check> checks[] = {
    {Register::Outage, checkOutage},
    {Register::Escalation, checkEscalation},
    {Register::Shift, checkShift},
    {Register::Roster, checkRoster},
    {Register::Leave, checkLeave},
    {Register::Measure, checkMeasure},
    {Register::DutyLog, checkDutyLog},
    {Register::Handover, checkHandover},
    {Register::VisitPlan, checkVisitPlan},
    {Register::Visit, checkVisit},
};

/// Rows that nobody removes once this field is filled in, and before that whoever wrote them alone.
struct OwnRow {
    Register reg;
    quint8 writer; ///< 0: anybody who keeps the register
    quint8 ends;
};
constexpr OwnRow ownRows[] = {{Register::Handover, handover::GivenBy, handover::TakenBy},
    {Register::DutyLog, duty_log::By, duty_log::Settled}, {Register::Measure, 0, measure::Checked}};

/// Who fills in the one field vouches for the others with it.
struct Together {
    Register reg;
    quint8 signer;
    std::vector<quint8> fields;
};
const Together allTogether[] = {
    {Register::Leave, leave::Approved, {leave::Person, leave::Kind, leave::From, leave::Until}},
    {Register::Handover, handover::TakenBy,
        {handover::GivenBy, handover::GivenAt, handover::Promises, handover::Calls,
            handover::Drafts, handover::Watch, handover::Shift, handover::Where}},
};

} // namespace

std::optional<Refusal> checkMeaning(const PutRow &command, const Surroundings &around)
{
    if (auto refusal = checkNumbers(command))
        return refusal;
    const auto check = std::ranges::find(checks, command.reg, &std::pair<Register, Check>::first);
    if (check == std::end(checks))
        return checkHours(command, around);
    const auto before = around.findRow(command.row);
    return check->second(
        {command, rowAfter(command, around).values, before ? before->values : Values(), around});
}

std::optional<Refusal> checkRemoval(const RemoveRow &command, const Surroundings &around)
{
    const auto row = around.findRow(command.row);
    if (!row)
        return {};
    const auto whose = std::ranges::find(ownRows, command.reg, &OwnRow::reg);
    if (whose == std::end(ownRows))
        return {};
    const Refusal stays{{}, Words::tr("This is on record for others too."),
        Words::tr("Add what is to be said instead.")};
    const bool isOthers = whose->writer && row->values[whose->writer].value<Id>() != around.actor();
    return isOthers || row->values.has(whose->ends) ? std::optional(stays) : std::nullopt;
}

Values saidTogether(const PutRow &command, const Surroundings &around)
{
    Values said = command.values;
    const auto row = std::ranges::find_if(allTogether,
        [&](const Together &each) { return each.reg == command.reg && said.has(each.signer); });
    if (row == std::end(allTogether))
        return said;
    const Values after = rowAfter(command, around).values;
    for (const quint8 field : row->fields) {
        if (after.has(field))
            said.set(field, after[field]);
    }
    return said;
}

} // namespace domain
