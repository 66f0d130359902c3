// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rights_scope.h"

#include <algorithm>

namespace domain
{

QVector<Id> peopleOf(const Values &ticket)
{
    QVector<Id> people;
    for (quint8 number :
        {field::FirstReceiver, field::Assignee, field::Responsible, field::HandTo}) {
        if (ticket.has(number))
            people.append(ticket[number].value<Id>());
    }
    return people;
}

Scope scopeOf(const Values &ticket)
{
    return {.grid = ticket[field::Grid].value<Id>(),
        .unit = ticket.text(field::Unit),
        .people = peopleOf(ticket)};
}

Scope scopeOf(const RegisterSpec &spec, const Values &row)
{
    bool isPersonal = false, hasGrid = false;
    Scope scope;
    for (const FieldSpec &field : spec.fields) {
        isPersonal = isPersonal || field.is(Personal) || field.type == FieldType::Customer;
        if (field.type == FieldType::Grid) {
            hasGrid = true;
            scope.grid = row[field.id].value<Id>();
        }
    }
    scope.isAnywhere = isPersonal || spec.isKeptAnywhere;
    scope.isCompany = !hasGrid;
    return scope;
}

bool liesInGrid(Register reg)
{
    const Scope scope = scopeOf(registerSpec(reg), {});
    return !scope.isAnywhere && !scope.isCompany;
}

bool worksOn(const Values &ticket, const Actor &actor, const Grants &grants)
{
    return peopleOf(ticket).contains(actor.person)
        && std::ranges::any_of(grants.of(actor.person),
            [&](const Grant &grant) { return grant.holdsFor(actor.at_ms, actor.place); });
}

bool has(quint16 roles, const Scope &scope, const Actor &actor, const Grants &grants)
{
    return grants.isEmpty()
        || std::ranges::any_of(grants.of(actor.person), [&](const Grant &grant) {
               return (grant.role & roles) && grant.holdsFor(actor.at_ms, actor.place)
                   && scope.isReachedBy(grant);
           });
}

} // namespace domain
