// SPDX-License-Identifier: GPL-3.0-or-later
// What people do at the desks of a simulated company.
#include "simulation/company.h"

#include "domain/decide.h"
#include "domain/workflow.h"
#include "store/ticket_rows.h"

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

void Company::work(int number)
{
    if (m_mustMeet.contains(number))
        return;
    if (m_dice.isOneIn(5))
        return workOnStock(number);
    if (m_dice.isOneIn(8))
        return workOnRules(number);
    const int what = m_dice.roll(100);
    if (what < 20 || m_tickets.isEmpty())
        openTicket(number);
    else if (what < 70)
        actOnTicket(number);
    else if (what < 88)
        putGrid(number);
    else if (what < 93)
        changeRights(number);
    else
        settle(number);
}

void Company::openTicket(int number)
{
    OpenTicket command{.ticket = freshId(),
        .values = {{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Title, u"漏水%1"_s.arg(m_dice.roll(50))}, {field::Address, u"幸福路"_s}}};
    if (m_dice.isOneIn(2)) {
        command.customer = {.fresh = freshId(),
            .name = u"客户%1"_s.arg(m_dice.roll(20)),
            .phone = u"1380000%1"_s.arg(1000 + m_dice.roll(20))};
    }
    if (submit(number, command, anybody()))
        m_tickets.append(command.ticket);
}

void Company::actOnTicket(int number)
{
    store::Database &database = desk(number).database();
    store::RowNumbers rows(database);
    const Id id = m_tickets[m_dice.roll(int(m_tickets.size()))];
    const auto found = store::loadTicket(database, rows, id);
    if (!found)
        return;
    ActOnTicket command{.ticket = id, .seenRevision = found->ticket.revision};
    const auto actions = findActions(found->ticket);
    if (m_dice.isOneIn(2) || actions.empty()) {
        command.action = u"correct"_s;
        command.values.set(field::Title, u"改%1"_s.arg(m_dice.roll(9)));
    } else {
        const ActionSpec &action = *actions[size_t(m_dice.roll(int(actions.size())))];
        command.action = QString::fromLatin1(action.code);
        for (const FieldUse &use : action.fields) {
            const FieldSpec &spec = *ticketFields().find(use.field);
            if (spec.type == FieldType::Text || spec.type == FieldType::LongText)
                command.values.set(use.field, u"字%1"_s.arg(m_dice.roll(9)));
            else if (spec.type == FieldType::Person)
                command.values.set(use.field, QVariant::fromValue(anybody().id));
            else if (spec.type == FieldType::Integer && use.need == Need::Required)
                command.values.set(use.field, 1 + m_dice.roll(5));
        }
    }
    submit(number, command, anybody());
}

void Company::putGrid(int number)
{
    const bool isNew = m_grids.size() < 3 || m_dice.isOneIn(6);
    const Id grid = isNew ? freshId() : m_grids[m_dice.roll(int(m_grids.size()))];
    const QString label = u"%1"_s.arg(m_dice.roll(90) + 10);
    PutRow command{Register::Grid, grid, {{grid::Name, u"网格"_s + label}}, {}};
    if (isNew)
        command.values.set(grid::Code, label);
    if (m_dice.isOneIn(2))
        command.values.set(grid::Households, m_dice.roll(3) * 100);
    if (isNew ? submit(number, command, anybody()).has_value()
              : m_dice.isOneIn(8)
                && submit(number, RemoveRow{Register::Grid, grid}, anybody()).has_value()) {
        if (isNew)
            m_grids.append(grid);
    } else if (!isNew) {
        submit(number, command, anybody());
    }
}

void Company::changeRights(int number)
{
    const Person &person = anybody();
    if (m_dice.isOneIn(2)) {
        const auto &[grant, of] = m_grants[m_dice.roll(int(m_grants.size()))];
        m_outcome.revocations += submit(number, RevokeGrant{grant, u"调岗"_s}, person).has_value();
        return;
    }
    static const char *const roles[] = {"clerk", "chief", "administrator"};
    const Id grant = freshId();
    const Id of = anybody().id;
    if (submit(number, GrantRole{grant, of, QString::fromLatin1(roles[m_dice.roll(3)])}, person))
        m_grants.append({grant, of});
}

void Company::settle(int number)
{
    store::Statement open(desk(number).database().handle(),
        "SELECT uid, subject FROM conflicts WHERE settled_by=0 ORDER BY uid LIMIT 1");
    if (!open.step())
        return;
    const Id conflict = open.id(0), subject = open.id(1);
    open.reset();
    submit(number, SettleConflict{conflict, subject, u"已核实"_s}, m_people.front());
}

} // namespace simulation
