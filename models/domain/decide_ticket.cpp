// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/personal_numbers.h"
#include "domain/register_rules.h"
#include "domain/rule_words.h"
#include "domain/words.h"
#include "domain/workflow.h"

#include <algorithm>

namespace domain
{

namespace
{

constexpr qint64 minute_ms = 60'000;
constexpr qint64 day_ms = 24 * 60 * minute_ms;

QString keyOf(quint8 number)
{
    return ticketFields().find(number)->name();
}

QString labelFor(quint8 number)
{
    return labelOf(*ticketFields().find(number));
}

bool holds(const Condition &condition, const Ticket &ticket, const Values &given)
{
    switch (condition.test) {
    case Condition::None:
        return true;
    case Condition::AtMost:
        return given.has(condition.field) && given.number(condition.field) <= condition.atMost;
    case Condition::Equals:
        return given.text(condition.field) == QLatin1StringView(condition.equals);
    case Condition::StateIs:
        return ticket.state == QLatin1StringView(condition.equals);
    case Condition::IsAnonymous:
        return ticket.values.flag(field::Anonymous);
    }
    return false;
}

const Branch &branchFor(
    const std::vector<Branch> &branches, const Ticket &ticket, const Values &given)
{
    const auto at = std::ranges::find_if(
        branches, [&](const Branch &branch) { return holds(branch.condition, ticket, given); });
    return at == branches.end() ? branches.back() : *at;
}

/// The clocks that a branch starts and for which the company promises a time.
QVector<ClockStart> startsOf(
    const Branch &branch, const Values &ticket, qint64 from_ms, const Surroundings &around)
{
    QVector<ClockStart> starts;
    for (const char *name : branch.starts) {
        const QString clock = QString::fromLatin1(name);
        if (const int minutes = around.minutesFor(clock, ticket); minutes > 0)
            starts.append({clock, from_ms + minutes * minute_ms});
    }
    return starts;
}

std::optional<Refusal> checkValues(const Values &values)
{
    for (const auto &[number, value] : values) {
        const FieldSpec *spec = ticketFields().find(number);
        if (!spec)
            return Refusal{{}, Words::tr("Field %1 is unknown.").arg(number), {}};
        if (auto refusal = checkValue(*spec, value))
            return refusal;
    }
    return {};
}

std::optional<Refusal> checkMoment(quint8 number, qint64 at_ms, const Surroundings &around)
{
    if (at_ms <= around.now_ms() + day_ms)
        return {};
    return Refusal{number ? keyOf(number) : QStringLiteral("at"),
        Words::tr("The time lies in the future."), Words::tr("Enter when it happened.")};
}

/// What is asked of every new ticket, whichever way it came in.
std::optional<Refusal> checkComplete(const Values &values)
{
    if (!values.has(field::Kind)) {
        return Refusal{keyOf(field::Kind), Words::tr("The kind is missing."),
            Words::tr("Choose repair, complaint, enquiry, application, suggestion or praise.")};
    }
    if (!values.has(field::Title) && !values.has(field::Description)
        && !values.has(field::Category)) {
        return Refusal{keyOf(field::Description), Words::tr("It doesn't say what the matter is."),
            Words::tr("Fill in the category, the title or the description.")};
    }
    return {};
}

/// Fills in what follows from the rest: defaults, the grid, the number.
Values completed(const OpenTicket &command, const Surroundings &around)
{
    Values values = command.values;
    const auto preset = [&values](quint8 number, const QVariant &value) {
        if (!values.has(number))
            values.set(number, value);
    };
    preset(field::Line, QStringLiteral("other"));
    preset(field::Urgency, QStringLiteral("normal"));
    preset(field::Channel, QStringLiteral("counter"));
    preset(field::HappenedAt, around.now_ms());
    if (!placeOf(values)) {
        values.remove(field::Lon);
        values.remove(field::Lat);
    }
    if (const Id grid = values.has(field::Grid) ? Id() : around.gridFor(values); !grid.isNull())
        values.set(field::Grid, QVariant::fromValue(grid));
    const QDateTime day =
        QDateTime::fromMSecsSinceEpoch(values.number(field::HappenedAt), around.zone());
    preset(field::Number, around.nextNumber(day.date()));
    values.set(field::FirstReceiver,
        QVariant::fromValue(command.by.isNull() ? around.actor() : command.by));
    return values;
}

/// Puts the customer's file into the entry: the known one, or a new one.
void addCustomer(CustomerDraft draft, Values &values, Events &events, const Surroundings &around)
{
    draft.phone = phoneOnFile(draft.phone);
    if (draft.isEmpty())
        return;
    Id customer =
        draft.known.isNull() ? around.findCustomer(draft) : survivorOf(draft.known, around);
    if (customer.isNull()) {
        customer = draft.fresh;
        events.emplace_back(RegisterPut{customer, Register::Customer,
            {{customer::Name, draft.name}, {customer::Phone, draft.phone},
                {customer::IdNumber, draft.idNumber},
                {customer::Address,
                    draft.address.isEmpty() ? values.text(field::Address) : draft.address}},
            {}});
    }
    values.set(field::Customer, QVariant::fromValue(customer));
}

StepTaken takeStep(const Ticket &ticket, const ActionSpec &action, const Values &given,
    const Id &by, qint64 at_ms, const Surroundings &around)
{
    const Branch &branch = branchFor(action.branches, ticket, given);
    Values merged = ticket.values;
    merged.merge(given);
    StepTaken step{.ticket = ticket.id,
        .action = QString::fromLatin1(action.code),
        .to = *branch.to ? QString::fromLatin1(branch.to) : ticket.state,
        .round = ticket.round + (branch.nextRound ? 1 : 0),
        .by = by,
        .at_ms = at_ms,
        .values = given,
        .starts = startsOf(branch, merged, at_ms, around)};
    for (const char *clock : action.stops)
        step.stops.append(QString::fromLatin1(clock));
    return step;
}

bool isAllowedIn(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    if (action.from.empty())
        return !workflow.isFinal(ticket.state) || !*action.branches.front().to;
    return std::ranges::any_of(
        action.from, [&](const char *state) { return ticket.state == QLatin1StringView(state); });
}

bool isOpenNow(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    return isAllowedIn(action, workflow, ticket)
        && !(action.oncePerRound && ticket.latest(QLatin1StringView(action.code)))
        && !(*action.after && !ticket.latest(QLatin1StringView(action.after)));
}

Refusal noMaterials(const ActOnTicket &command)
{
    return {QStringLiteral("drawn"),
        Words::tr("\"%1\" uses no materials.").arg(actionWord(command.action)),
        Words::tr("Take them out of stock for the ticket instead.")};
}

Refusal notNow(const ActOnTicket &command, const Ticket &ticket)
{
    QStringList words;
    for (const ActionSpec *action : findActions(ticket))
        words << actionWord(QLatin1StringView(action->code));
    return {QStringLiteral("action"),
        Words::tr("\"%1\" is not possible now: %2 is \"%3\".")
            .arg(actionWord(command.action), ticket.values.text(field::Number),
                stateWord(ticket.state)),
        Words::tr("Possible now: %1.").arg(words.join(Words::tr(", ")))};
}

std::optional<Refusal> checkFields(const ActionSpec &action, const Values &given)
{
    QStringList oneOf;
    bool gotOneOf = false;
    for (const auto &[number, value] : given) {
        if (std::ranges::none_of(
                action.fields, [n = number](const FieldUse &use) { return use.field == n; })) {
            return Refusal{keyOf(number),
                Words::tr("\"%1\" doesn't take the field %2.")
                    .arg(actionWord(QLatin1StringView(action.code)), labelFor(number)),
                Words::tr("Leave it out.")};
        }
    }
    for (const FieldUse &use : action.fields) {
        if (use.need == Need::Required && !given.has(use.field))
            return Refusal{keyOf(use.field), Words::tr("%1 is missing.").arg(labelFor(use.field)),
                Words::tr("Fill it in.")};
        if (use.need == Need::OneOf) {
            oneOf << labelFor(use.field);
            gotOneOf |= given.has(use.field);
        }
    }
    if (!oneOf.isEmpty() && !gotOneOf) {
        return Refusal{keyOf(action.fields.front().field),
            Words::tr("One of these is needed: %1.").arg(oneOf.join(Words::tr(", "))),
            Words::tr("Fill it in.")};
    }
    return {};
}

std::optional<Refusal> checkPerformer(const ActionSpec &action, const Ticket &ticket, const Id &by)
{
    if (!*action.notBy)
        return {};
    const Step *other = ticket.latest(QLatin1StringView(action.notBy));
    if (!other || other->by != by)
        return {};
    return Refusal{QStringLiteral("by"),
        Words::tr("\"%1\" must be done by someone else than \"%2\".")
            .arg(actionWord(QLatin1StringView(action.code)),
                actionWord(QLatin1StringView(action.notBy))),
        Words::tr("Name the person who really did it.")};
}

std::optional<Refusal> checkSource(const Values &values, const Surroundings &around)
{
    if (!values.has(field::SourceId))
        return {};
    const QString number =
        around.numberFromSource(values.text(field::Source), values.text(field::SourceId));
    if (number.isEmpty())
        return {};
    return Refusal{keyOf(field::SourceId), Words::tr("It was taken in before, as %1.").arg(number),
        Words::tr("Look there, or correct that ticket.")};
}

/// A file that was chosen may be gone by the time that it is saved.
std::optional<Refusal> checkCustomer(const CustomerDraft &draft, const Surroundings &around)
{
    if (draft.known.isNull() || around.exists(Register::Customer, draft.known))
        return {};
    return Refusal{keyOf(field::Customer), Words::tr("There is no such customer."),
        Words::tr("Look in the customers' list; an erased one is gone for good."),
        Refusal::Unknown};
}

std::optional<Refusal> checkPerson(const Id &by, const Surroundings &around)
{
    if (around.exists(Register::Staff, by))
        return {};
    return Refusal{QStringLiteral("by"), Words::tr("Nobody on the staff has this login."),
        Words::tr("Enter a login from the staff list."), Refusal::Unknown};
}

} // namespace

std::vector<const ActionSpec *> findActions(const Ticket &ticket)
{
    std::vector<const ActionSpec *> open;
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    if (!workflow)
        return open;
    for (const ActionSpec &action : workflow->actions) {
        if (isOpenNow(action, *workflow, ticket))
            open.push_back(&action);
    }
    return open;
}

std::vector<const ActionSpec *> findActions(
    const Ticket &ticket, const Actor &actor, const Grants &grants)
{
    std::vector<const ActionSpec *> open = findActions(ticket);
    std::erase_if(open,
        [&](const ActionSpec *action) { return !mayAct(*action, ticket.values, actor, grants); });
    return open;
}

QVector<ClockStart> promisesFor(const Values &ticket, qint64 from_ms, const Surroundings &around)
{
    const WorkflowSpec &workflow = workflowForKind(ticket.text(field::Kind));
    return startsOf(branchFor(workflow.opening, {}, ticket), ticket, from_ms, around);
}

std::optional<Refusal> checkValue(const FieldSpec &spec, const QVariant &value)
{
    if (!value.isValid())
        return {};
    const auto refuse = [&spec](const QString &what, const QString &advice) {
        return Refusal{spec.name(), what.arg(labelOf(spec)), advice};
    };
    if (spec.type == FieldType::Choice && !spec.is(Several)
        && !isWord(spec.list, value.toString())) {
        QStringList codes;
        for (const Word &word : wordsOf(spec.list))
            codes << QString::fromLatin1(word.code);
        return refuse(Words::tr("%1 can't be \"%2\".").arg(QStringLiteral("%1"), value.toString()),
            Words::tr("Choose one of: %1.").arg(codes.join(QStringLiteral(", "))));
    }
    if (&spec == ticketFields().find(field::Satisfaction)
        && (value.toInt() < 1 || value.toInt() > 5))
        return refuse(Words::tr("%1 must be between 1 and 5."),
            Words::tr("5 is very satisfied, 1 very dissatisfied."));
    if (&spec == ticketFields().find(field::Lon) && std::abs(value.toDouble()) > 180)
        return refuse(Words::tr("%1 must lie between -180 and 180 degrees."),
            Words::tr("Correct it or leave it out."));
    if (&spec == ticketFields().find(field::Lat) && std::abs(value.toDouble()) > 90)
        return refuse(Words::tr("%1 must lie between -90 and 90 degrees."),
            Words::tr("Correct it or leave it out."));
    if (&spec == ticketFields().find(field::Charge) && value.toDouble() < 0)
        return refuse(Words::tr("%1 can't be negative."), Words::tr("Correct it or leave it out."));
    return {};
}

Decision decide(const OpenTicket &command, const Surroundings &around)
{
    for (const auto &refusal : {checkValues(command.values), checkComplete(command.values),
             checkMoment(field::HappenedAt, command.values.number(field::HappenedAt), around),
             checkSource(command.values, around), checkCustomer(command.customer, around)}) {
        if (refusal)
            return *refusal;
    }
    const Id by = command.by.isNull() ? around.actor() : command.by;
    if (auto refusal = checkPerson(by, around))
        return *refusal;

    Values values = completed(command, around);
    const WorkflowSpec &workflow = workflowForKind(values.text(field::Kind));
    if (!command.state.isEmpty() && !workflow.findState(command.state)) {
        return Refusal{QStringLiteral("state"),
            Words::tr("\"%1\" is not a state of this workflow.").arg(command.state),
            Words::tr("Use a state that `ticket show` prints.")};
    }
    Events events;
    addCustomer(command.customer, values, events, around);
    const Branch &opening = branchFor(workflow.opening, {}, values);
    const QString state = command.state.isEmpty() ? QString::fromLatin1(opening.to) : command.state;
    const qint64 at_ms = values.number(field::HappenedAt);
    TicketOpened opened{
        command.ticket, QString::fromLatin1(workflow.code), state, by, at_ms, values, {}};
    if (command.state.isEmpty())
        opened.starts = startsOf(opening, values, at_ms, around);
    events.emplace_back(std::move(opened));

    const ActionSpec *dispatch = workflow.findAction(u"dispatch");
    if (command.dispatch && dispatch) {
        const Ticket ticket{.id = command.ticket,
            .workflow = QString::fromLatin1(workflow.code),
            .values = values,
            .state = state};
        events.emplace_back(
            takeStep(ticket, *dispatch, command.dispatchValues, around.actor(), at_ms, around));
    }
    return permitted(std::move(events), around);
}

Decision decide(const Ticket &ticket, const ActOnTicket &command, const Surroundings &around)
{
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    if (!workflow) {
        return Refusal{{},
            Words::tr("This ticket follows a workflow that this program doesn't know."),
            Words::tr("Update Griddesk on this desk.")};
    }
    const ActionSpec *action = workflow->findAction(command.action);
    if (!action || !isOpenNow(*action, *workflow, ticket))
        return notNow(command, ticket);
    const Id by = command.by.isNull() ? around.actor() : command.by;
    const qint64 at_ms = command.at_ms ? command.at_ms : around.now_ms();
    for (const auto &refusal :
        {checkFields(*action, command.values), checkValues(command.values), checkPerson(by, around),
            checkPerformer(*action, ticket, by), checkMoment(0, at_ms, around)}) {
        if (refusal)
            return *refusal;
    }
    const bool usesMaterials = std::ranges::find(action->fields, field::Materials, &FieldUse::field)
        != action->fields.end();
    if (!command.drawn.isEmpty() && !usesMaterials)
        return noMaterials(command);
    Values values = command.values;
    auto drawn = drawnFor(ticket, command.drawn, values, around);
    if (auto *refusal = std::get_if<Refusal>(&drawn))
        return std::move(*refusal);
    Events events{takeStep(ticket, *action, values, by, at_ms, around)};
    std::ranges::move(std::get<Events>(drawn), std::back_inserter(events));
    return permitted(std::move(events), around, &ticket);
}

} // namespace domain
