// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"
#include "domain/decide_parts.h"
#include "domain/rule_words.h"

#include <algorithm>

namespace domain
{

namespace
{

constexpr quint16 boundToGrid = Chief | Member;
constexpr quint16 boundToUnit = Technician | Leader | Handler | Head;

RegisterPut revocation(const Id &grant, const QString &reason, const Surroundings &around)
{
    return {grant, Register::Grant,
        {{grant::Revoked, around.now_ms()}, {grant::Reach, around.reach().toBytes()},
            {grant::Reason, reason}},
        {}};
}

Refusal unknownPerson()
{
    return {QStringLiteral("person"), Words::tr("Nobody on the staff has this login."),
        Words::tr("Enter a login from the staff list."), Refusal::Unknown};
}

std::optional<Refusal> checkTimes(const GrantRole &command)
{
    if (command.until_ms == 0 || command.until_ms > command.from_ms)
        return {};
    return Refusal{QStringLiteral("until"), Words::tr("It would end before it begins."),
        Words::tr("Enter a later day, or none.")};
}

std::optional<Refusal> checkPlace(const GrantRole &command, const Surroundings &around)
{
    if (command.grid.isNull() || around.exists(Register::Grid, command.grid))
        return {};
    return Refusal{QStringLiteral("grid"), Words::tr("There is no such grid."),
        Words::tr("Enter a code from the list of grids."), Refusal::Unknown};
}

/// Somebody must be left who can give rights, whichever way one loses them: revoked, another post, gone.
std::optional<Refusal> checkLeavesAdministrator(const Events &events, const Surroundings &around)
{
    for (const Event &event : events) {
        const auto *put = std::get_if<RegisterPut>(&event);
        if (!put || put->reg != Register::Grant || !put->values.has(grant::Revoked))
            continue;
        const auto row = around.findRow(put->row);
        const Grant gone = row ? grantFrom(*row) : Grant();
        if (gone.role == Administrator && gone.isCompanyWide()
            && !around.grants().hasOtherAdministrator(gone.id, around.now_ms())) {
            return Refusal{{}, Words::tr("Nobody else administrates the company."),
                Words::tr("Make somebody else an administrator first.")};
        }
    }
    return {};
}

} // namespace

Decision permitted(Events events, const Surroundings &around, const Ticket *ticket)
{
    const Standing standing{around.grants(),
        [ticket](const Id &id) { return ticket && ticket->id == id ? ticket : nullptr; },
        [&around](const Id &id) { return around.findRow(id); }};
    if (auto refusal = refusalOf(events, around.rules()))
        return *refusal;
    if (auto refusal = judge(events, around.who(), standing))
        return *refusal;
    if (auto refusal = checkLeavesAdministrator(events, around))
        return *refusal;
    return events;
}

std::optional<RegisterPut> postGrant(const Id &person, const Values &staff, qint64 now_ms)
{
    const quint16 role = roleOf(staff.text(staff::Role));
    if (!role)
        return {};
    Values values{{grant::Person, QVariant::fromValue(person)},
        {grant::Role, staff.text(staff::Role)}, {grant::OfPost, true}};
    if (role & boundToGrid)
        values.set(grant::Grid, staff[staff::Grid]);
    if (role & boundToUnit)
        values.set(grant::Unit, staff[staff::Team]);
    return RegisterPut{postGrantOf(person, now_ms), Register::Grant, values, {}};
}

Events grantsOfPost(const Id &person, const Values &staff, const Surroundings &around)
{
    if (around.grants().isEmpty())
        return {};
    std::optional<RegisterPut> wanted = postGrant(person, staff, around.now_ms());
    Events events;
    for (const Grant &present : around.grants().of(person)) {
        if (!present.isOfPost || present.isRevoked)
            continue;
        const Grant next = wanted ? grantFrom({wanted->row, wanted->reg, wanted->values}) : Grant();
        if (next.role == present.role && next.grid == present.grid && next.unit == present.unit)
            wanted.reset();
        else
            events.emplace_back(revocation(present.id, {}, around));
    }
    if (wanted)
        events.emplace_back(std::move(*wanted));
    return events;
}

Decision decide(const GrantRole &command, const Surroundings &around)
{
    if (!around.exists(Register::Staff, command.person))
        return unknownPerson();
    const FieldSpec &role = *registerSpec(Register::Grant).fields.find(grant::Role);
    if (command.role.isEmpty())
        return Refusal{
            role.name(), Words::tr("%1 is missing.").arg(labelOf(role)), Words::tr("Fill it in.")};
    for (const auto &refusal :
        {checkValue(role, command.role), checkTimes(command), checkPlace(command, around)}) {
        if (refusal)
            return *refusal;
    }
    Values values{
        {grant::Person, QVariant::fromValue(command.person)}, {grant::Role, command.role}};
    if (!command.grid.isNull())
        values.set(grant::Grid, QVariant::fromValue(command.grid));
    values.set(grant::Unit, command.unit);
    if (command.from_ms)
        values.set(grant::From, command.from_ms);
    if (command.until_ms)
        values.set(grant::Until, command.until_ms);
    return permitted(Events{RegisterPut{command.grant, Register::Grant, values, {}}}, around);
}

Decision decide(const RevokeGrant &command, const Surroundings &around)
{
    const auto row = around.findRow(command.grant);
    if (!row || row->reg != Register::Grant || row->values.has(grant::Revoked)) {
        return Refusal{{}, Words::tr("There is no such grant, or it was revoked before."),
            Words::tr("Look at the person's grants."), Refusal::Unknown};
    }
    return permitted(Events{revocation(command.grant, command.reason, around)}, around);
}

Decision decide(const PutAccount &command, const Surroundings &around)
{
    if (!around.exists(Register::Staff, command.person))
        return unknownPerson();
    Values values = command.values;
    values.set(account::Person, QVariant::fromValue(command.person));
    return permitted(
        Events{RegisterPut{accountOf(command.person), Register::Account, values, {}}}, around);
}

} // namespace domain
