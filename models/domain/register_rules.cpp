// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/register_rules.h"

#include "domain/decide_parts.h"
#include "domain/personal_numbers.h"
#include "domain/rule_words.h"
#include "domain/words.h"

#include <QSet>

#include <algorithm>

namespace domain
{

namespace
{

QString kept(const FieldSpec &spec, const QString &given)
{
    if (spec.is(Dialled))
        return phoneOnFile(given);
    if (spec.is(Identity))
        return identityOnFile(given);
    return spec.is(Several) ? severalTogether(spec.list, severalOf(given)) : given;
}

QString oddityOf(const FieldSpec &spec, const QString &text, bool isFirm)
{
    if (spec.is(Dialled))
        return oddityOfPhone(text);
    if (spec.is(Identity))
        return isFirm ? oddityOfCreditCode(text) : oddityOfIdentityNumber(text);
    return {};
}

Refusal notThere(const FieldSpec &spec)
{
    return {spec.name(), Words::tr("%1: there is no such row.").arg(labelOf(spec)),
        Words::tr("Choose one that is there."), Refusal::Unknown};
}

std::optional<Refusal> checkMerge(const PutRow &command, const Id &into, const Surroundings &around)
{
    const QString field =
        registerSpec(Register::Customer).fields.find(customer::MergedInto)->name();
    if (into == command.row) {
        return Refusal{field, Words::tr("A file can't be merged into itself."),
            Words::tr("Choose two different files.")};
    }
    const Id before = around.rowAbove(command.row);
    if (!before.isNull() && before != into) {
        return Refusal{field, Words::tr("This file is merged into another one already."),
            Words::tr("Take that back first.")};
    }
    QSet<Id> passed;
    for (Id at = into; !at.isNull() && !passed.contains(at); at = around.rowAbove(at)) {
        if (at == command.row) {
            return Refusal{field, Words::tr("The other file is merged into this one."),
                Words::tr("Take that back first, or merge the other way round.")};
        }
        passed.insert(at);
    }
    return {};
}

} // namespace

Values asKept(const RegisterSpec &reg, const Values &given)
{
    Values values;
    for (const auto &[number, value] : given) {
        const FieldSpec *spec = reg.fields.find(number);
        const bool isText = spec && value.typeId() == QMetaType::QString;
        values.set(number, isText ? QVariant(kept(*spec, value.toString())) : value);
    }
    return values;
}

QVector<Oddity> odditiesOf(const RegisterSpec &reg, const Values &row)
{
    const bool isFirm = reg.reg == Register::Customer && row.text(customer::Kind) == u"firm";
    QVector<Oddity> found;
    for (const FieldSpec &spec : reg.fields) {
        const QVariant value = row[spec.id];
        if (value.typeId() != QMetaType::QString)
            continue;
        if (const QString what = oddityOf(spec, value.toString(), isFirm); !what.isEmpty())
            found.append({spec.id, what});
    }
    return found;
}

std::optional<Refusal> checkFiling(const PutRow &command, bool isNew, const Surroundings &around)
{
    const RegisterSpec &reg = registerSpec(command.reg);
    for (const FieldSpec &spec : reg.fields) {
        if (spec.type == FieldType::Customer && command.values.has(spec.id)
            && !around.exists(Register::Customer, command.values[spec.id].value<Id>()))
            return notThere(spec);
    }
    if (!reg.under || !command.values.has(reg.under))
        return {};
    const Id above = command.values[reg.under].value<Id>();
    if (command.reg == Register::Customer)
        return checkMerge(command, above, around);
    if (command.reg == Register::Distinct && command.values[distinct::Other].value<Id>() == above) {
        return Refusal{reg.fields.find(distinct::Other)->name(),
            Words::tr("Both are the same file."), Words::tr("Choose two different files.")};
    }
    // What is sealed with one customer's key can't be read after that customer was erased, whoever has it then.
    if (reg.owner && !isNew && around.rowAbove(command.row) != above) {
        return Refusal{reg.fields.find(reg.owner)->name(),
            Words::tr("%1: a row stays with its customer.").arg(reg.titleText()),
            Words::tr("Add it anew under the other one, and remove it here.")};
    }
    return {};
}

Decision removeCustomer(const Id &customer, const Surroundings &around)
{
    if (const qint64 tickets = around.ticketsOf(customer)) {
        return Refusal{{},
            Words::tr("This customer has business on record: %1 ticket(s).").arg(tickets),
            Words::tr("Merge the file into the right one, or leave it.")};
    }
    if (!around.rowsUnder(Register::Customer, customer).isEmpty()) {
        return Refusal{{}, Words::tr("Other files are merged into this one."),
            Words::tr("Take the merging back first.")};
    }
    Events events;
    for (const Register reg :
        {Register::Premises, Register::Contact, Register::Distinct, Register::Visit}) {
        for (const Id &row : around.rowsUnder(reg, customer))
            events.emplace_back(RegisterRemoved{row, reg});
    }
    events.emplace_back(RegisterRemoved{customer, Register::Customer});
    return permitted(std::move(events), around);
}

Id survivorOf(const Id &customer, const Surroundings &around)
{
    QSet<Id> passed;
    Id at = customer;
    for (Id above = around.rowAbove(at); !above.isNull() && !passed.contains(above);
         above = around.rowAbove(at)) {
        passed.insert(at);
        at = above;
    }
    return at;
}

PutRow mergedInto(const Id &from, const Id &into, const QString &reason)
{
    return {Register::Customer, from,
        {{customer::MergedInto, QVariant::fromValue(into)}, {customer::MergeReason, reason}}, {}};
}

PutRow parted(const Id &from)
{
    return {Register::Customer, from, {}, {customer::MergedInto, customer::MergeReason}};
}

PutRow judgedDistinct(const Id &one, const Id &other, const QString &reason)
{
    const Id &first = std::min(one, other), &second = std::max(one, other);
    const QByteArray name = "distinct/" + first.toBytes().toHex() + second.toBytes().toHex();
    return {Register::Distinct, Id::named(name.constData()),
        {{distinct::Customer, QVariant::fromValue(first)},
            {distinct::Other, QVariant::fromValue(second)}, {distinct::Reason, reason}},
        {}};
}

} // namespace domain
