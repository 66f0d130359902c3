// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/ticket_card.h"

#include "items/sight.h"

#include "domain/decide.h"
#include "domain/registers.h"
#include "domain/words.h"

#include <algorithm>

namespace items
{

using namespace domain;

TicketCard::TicketCard(store::Reader &read, QObject *parent)
    : QObject(parent)
    , m_read(read)
{
}

void TicketCard::setSight(Sight *sight)
{
    m_sight = sight;
    connect(sight, &Sight::changed, this, [this] {
        m_customer = findCustomer();
        Q_EMIT changed();
    });
}

Clarity TicketCard::clarity() const
{
    return m_sight ? m_sight->clarity() : Clarity::Clear;
}

bool TicketCard::show(qint64 ticket)
{
    return take(m_read.findTicket(ticket));
}

bool TicketCard::show(const QString &number)
{
    return take(m_read.findTicket(number));
}

void TicketCard::clear()
{
    if (!isEmpty())
        take({});
}

bool TicketCard::take(const std::optional<store::NumberedTicket> &found)
{
    m_number = found ? found->number : 0;
    m_ticket = found ? found->ticket : Ticket();
    if (m_sight && found)
        m_sight->lookAt(m_ticket);
    else if (m_sight)
        m_sight->lookAway();
    m_customer = findCustomer();
    m_grid = findGrid();
    Q_EMIT changed();
    return found.has_value();
}

QString TicketCard::open(quint8 field, const QVariant &value) const
{
    if (!value.isValid())
        return {};
    const bool isCovered = field == field::PrivateNote && clarity() == Clarity::Masked;
    return isCovered ? QStringLiteral("***") : m_read.open(field, value);
}

TicketCard::Customer TicketCard::findCustomer() const
{
    const Id id = m_ticket.values[field::Customer].value<Id>();
    const auto found = id.isNull() ? std::nullopt : m_read.findRow(id);
    if (!found)
        return {};
    const auto file = m_read.findCustomerFile(found->number);
    const store::NumberedRow &stays = file ? file->customer : *found;
    const ShownContact shown = showContact(m_read, stays, clarity());
    const auto text = [&](quint8 field) { return open(field, stays.row.values[field]); };
    Customer customer{stays.number, shown.name, shown.phone, shown.address, text(customer::Needs),
        severalOf(text(customer::Groups)), {found->number, stays.number}};
    for (qsizetype i = 0; file && i < file->merged.size(); ++i)
        customer.rows << file->merged.at(i).number;
    return customer;
}

TicketCard::Grid TicketCard::findGrid() const
{
    const Id id = m_ticket.values[field::Grid].value<Id>();
    const auto found = id.isNull() ? std::nullopt : m_read.findRow(id);
    if (!found)
        return {};
    const Values &values = found->row.values;
    return {id, values.text(grid::Code), values.text(grid::Name),
        person(values[grid::Chief].value<Id>()).name, values.text(grid::Team)};
}

TicketCard::Person TicketCard::person(const Id &id) const
{
    const auto found = id.isNull() ? std::nullopt : m_read.findRow(id);
    if (!found)
        return {id, {}, {}, {}};
    const Values &values = found->row.values;
    return {id, values.text(staff::Login), values.text(staff::Name), values.text(staff::Role)};
}

QString TicketCard::channel() const
{
    const QString code = m_ticket.values.text(field::Channel);
    const auto found = m_read.findRowByCode(Register::Channel, code);
    return found ? found->row.values.text(channel::Name) : code;
}

QString TicketCard::outage(const Id &id) const
{
    const auto found = m_read.findRow(id);
    return found
        ? found->row.values.text(outage::Code) + u' ' + found->row.values.text(outage::Title)
        : QString();
}

QString TicketCard::numberOf(const Id &ticket) const
{
    const auto found = ticket.isNull() ? std::nullopt : m_read.findTicket(ticket);
    return found ? found->ticket.values.text(field::Number) : QString();
}

qint64 TicketCard::waitingWith() const
{
    return m_read.countTickets({.filters = {{QStringLiteral("part_of"), text(field::Number)},
                                    {QStringLiteral("state"), QStringLiteral("joined")}}});
}

std::vector<const ActionSpec *> TicketCard::actions(const Id &person) const
{
    return findActions(m_ticket, m_read.actorNow(person), m_read.grants());
}

QVector<TicketCard::Stage> TicketCard::stages() const
{
    const WorkflowSpec *workflow = findWorkflow(m_ticket.workflow);
    if (!workflow)
        return {};
    const StateSpec *here = workflow->findState(m_ticket.state);
    int reached = here ? here->stage : 0;
    // Off the way, as when it was cancelled: what it had passed stays passed.
    if (reached == 0) {
        for (const Step &step : m_ticket.steps) {
            const StateSpec *state = workflow->findState(step.to);
            reached = std::max(reached, state ? state->stage : 0);
        }
    }
    QVector<Stage> stages;
    for (const StateSpec &state : workflow->states) {
        const bool isPresent = &state == here;
        if (!stages.isEmpty() && stages.constLast().number == state.stage) {
            if (isPresent)
                stages.last().state = m_ticket.state;
            continue;
        }
        if (state.stage == 0)
            continue;
        const bool over = state.stage < reached || here->final;
        const bool at = state.stage == reached && !here->final;
        stages.append({over && state.stage <= reached ? Stage::Done
                : at                                  ? Stage::Here
                                                      : Stage::Ahead,
            state.stage, QString::fromLatin1(state.code)});
    }
    return stages;
}

QVector<TicketCard::File> TicketCard::files() const
{
    QVector<File> files;
    for (const Step &step : m_ticket.steps) {
        if (step.values.has(field::FileName)) {
            files.append({open(field::FileName, step.values[field::FileName]),
                step.values.number(field::FileSize), step.at_ms,
                step.values[field::FileHash].toByteArray(),
                open(field::FileKey, step.values[field::FileKey])});
        }
    }
    return files;
}

bool TicketCard::isTouchedBy(const store::Touched &touched) const
{
    if (touched.what == store::Touched::Ticket)
        return touched.number == m_number;
    if (touched.what != store::Touched::Row)
        return false;
    const auto reg = Register(touched.reg);
    return m_customer.rows.contains(touched.number) || reg == Register::Staff
        || reg == Register::Grid || reg == Register::Grant;
}

void TicketCard::takeIn(const store::Committed &committed)
{
    if (!isEmpty() && std::ranges::any_of(committed.touched, [this](const store::Touched &touched) {
            return isTouchedBy(touched);
        }))
        show(m_number);
}

} // namespace items
