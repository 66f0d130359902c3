// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/rule_words.h"
#include "domain/ticket_checks.h"
#include "domain/ticket_clocks.h"
#include "domain/ticket_steps.h"
#include "domain/words.h"

#include <algorithm>

namespace domain
{

namespace
{

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
    const Step *asked = action.onlyBy ? findAsked(action, ticket) : nullptr;
    if (asked && asked->values[action.onlyBy].value<Id>() != by) {
        return Refusal{QStringLiteral("by"),
            Words::tr("\"%1\" is for the person whom it was put to.")
                .arg(actionWord(QLatin1StringView(action.code))),
            Words::tr("Let that person do it, or take it back.")};
    }
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

std::optional<Refusal> checkReckoning(
    const ActionSpec &action, const Ticket &ticket, const Surroundings &around)
{
    if (!action.reckons || !reckonedAnew(ticket, around.standards()).isEmpty())
        return {};
    return Refusal{QStringLiteral("action"),
        Words::tr("%1: what was promised stays as it is by today's hours and holidays.")
            .arg(ticket.values.text(field::Number)),
        Words::tr("Ask for more time if it can't be kept.")};
}

} // namespace

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
    for (const auto &refusal : {checkFields(*action, command.values), checkValues(command.values),
             checkPerson(by, around), checkPerformer(*action, ticket, by),
             checkMoment(0, at_ms, around), checkJoining(command.values, ticket, around),
             checkReckoning(*action, ticket, around)}) {
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
