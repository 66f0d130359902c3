// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"
#include "domain/decide_parts.h"
#include "domain/defaults.h"
#include "domain/fold.h"
#include "domain/register_rules.h"
#include "domain/row_rules.h"
#include "domain/rule_words.h"

#include <algorithm>

namespace domain
{

namespace
{

Refusal nameTaken(const FieldSpec &spec, const QString &code)
{
    return {spec.name(), Words::tr("%1 \"%2\" is already taken.").arg(labelOf(spec), code),
        Words::tr("Choose another one.")};
}

Refusal erasedForGood()
{
    return {{}, Words::tr("This customer was erased."),
        Words::tr("Nothing can be added to the old file; open a new one."), Refusal::Unknown};
}

Refusal missing(const FieldSpec &spec)
{
    return {spec.name(), Words::tr("%1 is missing.").arg(labelOf(spec)), Words::tr("Fill it in.")};
}

Refusal notByHand(Register reg)
{
    if (reg == Register::Desk) {
        return {{}, Words::tr("Desks are neither added nor removed by hand."),
            Words::tr("Invite a desk, pair with it or revoke it instead.")};
    }
    return {{},
        Words::tr("%1: rows are neither added nor changed by hand.")
            .arg(registerSpec(reg).titleText()),
        reg == Register::Drawing ? Words::tr("Draw the grids on the map, or import them, instead.")
                                 : Words::tr("Open an account, give or revoke a right instead.")};
}

/// Accounts, grants and erasures have commands of their own, which know what follows from them. Of a desk that is there
/// people change what it is called and how far it sees.
bool isByHand(const PutRow &command, bool isNew)
{
    if (command.reg != Register::Desk)
        return registerSpec(command.reg).isByHand;
    const auto isTold = [](quint8 field) {
        return field == desk::Name || field == desk::Prefix || field == desk::Letter
            || field == desk::Scope || field == desk::Grids;
    };
    return !isNew && std::ranges::all_of(command.values, [&](const Values::Item &item) {
        return isTold(item.field);
    }) && std::ranges::all_of(command.cleared, isTold);
}

Refusal notTyped(const FieldSpec &spec, Register reg)
{
    return {spec.name(), Words::tr("%1 isn't changed by hand.").arg(labelOf(spec)),
        reg == Register::Supply ? Words::tr("Enter what came in, went out or was counted instead.")
                                : Words::tr("Activate newer rules instead.")};
}

/// What only follows from other deeds isn't typed in; a row that is put back as it was may say it again.
std::optional<Refusal> checkTyped(const PutRow &command, const Surroundings &around)
{
    for (const FieldSpec &spec : registerSpec(command.reg).fields) {
        if (spec.isByHand())
            continue;
        const QVariant typed = command.values[spec.id];
        const auto before = typed.isValid() ? around.findRow(command.row) : std::nullopt;
        const bool isSaidAgain = before && before->values[spec.id] == typed;
        if (command.cleared.contains(spec.id) || (typed.isValid() && !isSaidAgain))
            return notTyped(spec, command.reg);
    }
    return {};
}

/// What a row is about stays what it is about.
std::optional<Refusal> checkAbout(
    const RegisterSpec &reg, const PutRow &command, const Surroundings &around)
{
    if (!reg.about.front())
        return {};
    if (idOfRow(reg, rowAfter(command, around).values, command.row) == command.row)
        return {};
    return Refusal{reg.fields.find(reg.about.front())->name(),
        Words::tr("%1: a row stays with what it is about.").arg(reg.titleText()),
        Words::tr("Remove it and add another one.")};
}

std::optional<Refusal> checkRow(const PutRow &command, bool isNew, const Surroundings &around)
{
    const RegisterSpec &reg = registerSpec(command.reg);
    if (auto refusal = checkAbout(reg, command, around))
        return refusal;
    for (const FieldSpec &spec : reg.fields) {
        const bool gone = isNew ? !command.values.has(spec.id) : command.cleared.contains(spec.id);
        if (spec.is(Required) && gone)
            return missing(spec);
        if (auto refusal = checkValue(spec, command.values[spec.id]))
            return refusal;
    }
    const QString code = reg.code ? command.values.text(reg.code) : QString();
    const Id owner = code.isEmpty() ? Id() : around.rowWithCode(command.reg, code);
    if (!owner.isNull() && owner != command.row)
        return nameTaken(*reg.fields.find(reg.code), code);
    return {};
}

} // namespace

RegisterRow rowAfter(const PutRow &command, const Surroundings &around)
{
    RegisterRow row = around.findRow(command.row).value_or(RegisterRow{});
    fold(row,
        RegisterPut{command.row, command.reg, asKept(registerSpec(command.reg), command.values),
            command.cleared});
    return row;
}

Decision decide(const FoundCompany &command, const Surroundings &around)
{
    const RegisterSpec &staffSpec = registerSpec(Register::Staff);
    if (command.name.trimmed().isEmpty())
        return missing(*registerSpec(Register::Company).fields.find(company::Name));
    if (command.login.trimmed().isEmpty())
        return missing(*staffSpec.fields.find(staff::Login));
    if (!QTimeZone(command.zone.toLatin1()).isValid()) {
        return Refusal{QStringLiteral("zone"),
            Words::tr("There is no time zone \"%1\".").arg(command.zone),
            Words::tr("Name one such as Asia/Shanghai.")};
    }
    const Values administrator{{staff::Login, command.login},
        {staff::Name,
            command.administratorName.isEmpty() ? command.login : command.administratorName},
        {staff::Role, QStringLiteral("administrator")}};
    Values account = command.account;
    account.set(account::Person, QVariant::fromValue(command.administrator));
    Values company{{company::Name, command.name}, {company::Zone, command.zone}};
    Values desk{{desk::Name, command.deskName}, {desk::Prefix, command.prefix},
        {desk::Letter, QStringLiteral("A")}, {desk::PublicKey, command.publicKey}};
    // A company begins with the newest rules that its first desk follows; the first ones go without saying.
    if (const qint64 known = around.rules().known; known > firstRules) {
        company.set(company::Rules, known);
        desk.set(desk::Rules, known);
    }
    Events events{
        RegisterPut{command.company, Register::Company, company, {}},
        RegisterPut{command.desk, Register::Desk, desk, {}},
        RegisterPut{command.administrator, Register::Staff, administrator, {}},
        RegisterPut{accountOf(command.administrator), Register::Account, account, {}},
        *postGrant(command.administrator, administrator, around.now_ms()),
    };
    for (RegisterPut &row : defaultRows(QTimeZone(command.zone.toLatin1())))
        events.emplace_back(std::move(row));
    return events;
}

Decision decide(const PutRow &command, const Surroundings &around)
{
    const bool isNew = !around.exists(command.reg, command.row);
    if (!isByHand(command, isNew))
        return notByHand(command.reg);
    if (const auto left = isNew ? around.findRow(command.row) : std::nullopt;
        left && isErased(*left))
        return erasedForGood();
    if (auto refusal = checkTyped(command, around))
        return *refusal;
    if (auto refusal = checkRow(command, isNew, around))
        return *refusal;
    if (auto refusal = checkFiling(command, isNew, around))
        return *refusal;
    if (auto refusal = checkMeaning(command, around))
        return *refusal;
    const RegisterPut put{command.row, command.reg,
        asKept(registerSpec(command.reg), saidTogether(command, around)), command.cleared};
    Events events{put};
    if (command.reg == Register::Staff)
        std::ranges::move(grantsOfPost(command.row, rowAfter(command, around).values, around),
            std::back_inserter(events));
    return permitted(std::move(events), around);
}

Decision decide(const RemoveRow &command, const Surroundings &around)
{
    if (!registerSpec(command.reg).isByHand)
        return notByHand(command.reg);
    if (!around.exists(command.reg, command.row)) {
        return Refusal{{},
            Words::tr("There is no such row in %1.").arg(registerSpec(command.reg).titleText()), {},
            Refusal::Unknown};
    }
    if (auto refusal = checkRemoval(command, around))
        return *refusal;
    if (command.reg == Register::Customer)
        return removeCustomer(command.row, around);
    Events events{RegisterRemoved{command.row, command.reg}};
    if (command.reg == Register::Staff)
        std::ranges::move(grantsOfPost(command.row, {}, around), std::back_inserter(events));
    return permitted(std::move(events), around);
}

} // namespace domain
