// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/desks.h"

#include "domain/rule_words.h"

#include <QCryptographicHash>

#include <algorithm>

namespace domain
{

namespace
{

bool setsOnly(const RegisterPut &put, std::initializer_list<quint8> fields)
{
    return put.reg == Register::Desk && put.cleared.isEmpty()
        && std::ranges::all_of(put.values, [&](const Values::Item &item) {
               return std::ranges::find(fields, item.field) != fields.end();
           });
}

} // namespace

QByteArray hashOfToken(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Blake2b_256);
}

bool answersInvitation(const RegisterRow &before, const RegisterPut &put, qint64 at_ms)
{
    const Values &row = before.values;
    const QByteArray token = put.values[desk::Token].toByteArray();
    return before.reg == Register::Desk && !before.removed && row.has(desk::Invitation)
        && !row.has(desk::PublicKey) && !row.has(desk::Revoked)
        && at_ms < row.number(desk::InvitedUntil)
        && setsOnly(put, {desk::PublicKey, desk::Token, desk::Letter})
        && put.values[desk::PublicKey].toByteArray().size() == deskKeySize && !token.isEmpty()
        && hashOfToken(token) == row[desk::Invitation].toByteArray();
}

bool saysOfItself(const RegisterPut &put)
{
    return !put.values.isEmpty() && setsOnly(put, {desk::Letter, desk::Rules});
}

std::optional<Refusal> refusalOfDesk(const std::optional<RegisterRow> &row)
{
    if (!row || row->reg != Register::Desk || row->removed) {
        return Refusal{{}, Words::tr("This computer is no desk of the company."),
            Words::tr("Pair it with one, or invite it."), Refusal::Unknown};
    }
    const QString name = row->values.text(desk::Name);
    if (row->values.has(desk::Revoked)) {
        return Refusal{{}, Words::tr("The desk \"%1\" was revoked.").arg(name),
            Words::tr("An administrator knows why; pair it anew as another desk.")};
    }
    if (row->values[desk::PublicKey].toByteArray().size() != deskKeySize) {
        return Refusal{{},
            Words::tr("The desk \"%1\" is invited and has not joined yet.").arg(name),
            Words::tr("Pair it with the code of its invitation.")};
    }
    return {};
}

} // namespace domain
