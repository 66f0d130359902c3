// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/personal_numbers.h"
#include "domain/register_rules.h"
#include "domain/rule_words.h"
#include "domain/ticket_checks.h"
#include "domain/ticket_clocks.h"
#include "domain/ticket_steps.h"

namespace domain
{

namespace
{

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
    const Id receiver = command.by.isNull() ? around.actor() : command.by;
    values.set(field::FirstReceiver, QVariant::fromValue(receiver));
    values.set(field::Responsible, QVariant::fromValue(receiver));
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

} // namespace

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
    if (auto refusal =
            checkJoining(command.values, {.id = command.ticket, .values = values}, around))
        return *refusal;
    Events events;
    addCustomer(command.customer, values, events, around);
    const Branch &opening = branchFor(workflow.opening, {}, values);
    const QString state = command.state.isEmpty() ? QString::fromLatin1(opening.to) : command.state;
    const qint64 at_ms = values.number(field::HappenedAt);
    TicketOpened opened{
        command.ticket, QString::fromLatin1(workflow.code), state, by, at_ms, values, {}};
    if (command.state.isEmpty())
        opened.starts = startsOf(opening, values, at_ms, around.standards());
    events.emplace_back(std::move(opened));

    const ActionSpec *dispatch = workflow.findAction(u"dispatch");
    const Ticket ticket{.id = command.ticket,
        .workflow = QString::fromLatin1(workflow.code),
        .values = values,
        .state = state};
    // Nobody is sent where the matter only waits with another one.
    if (command.dispatch && dispatch && isOpenNow(*dispatch, workflow, ticket)) {
        events.emplace_back(
            takeStep(ticket, *dispatch, command.dispatchValues, around.actor(), at_ms, around));
    }
    return permitted(std::move(events), around);
}

} // namespace domain
