// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/desks.h"
#include "domain/rule_words.h"
#include "domain/words.h"

#include <QRegularExpression>

namespace domain
{

namespace
{

constexpr int mostPrefixes = 1000;

QString keyOf(quint8 field)
{
    return registerSpec(Register::Desk).fields.find(field)->name();
}

/// Ticket numbers begin with it, so it is short and nothing but letters and digits.
std::optional<Refusal> checkPrefix(
    const QString &prefix, const Id &desk, const Surroundings &around)
{
    static const QRegularExpression shape(QStringLiteral("^[0-9A-Z]{1,6}$"));
    if (!shape.match(prefix).hasMatch()) {
        return Refusal{keyOf(desk::Prefix),
            Words::tr("\"%1\" can't begin a ticket's number.").arg(prefix),
            Words::tr("Choose up to six digits or capital letters, such as 04.")};
    }
    const Id owner = around.rowWithCode(Register::Desk, prefix);
    if (owner.isNull() || owner == desk)
        return {};
    return Refusal{keyOf(desk::Prefix),
        Words::tr("Another desk numbers its tickets with \"%1\".").arg(prefix),
        Words::tr("Choose another one.")};
}

std::optional<Refusal> checkScope(
    const QString &scope, const QString &grids, const Surroundings &around)
{
    const FieldSpec &field = *registerSpec(Register::Desk).fields.find(desk::Scope);
    if (auto refusal = checkValue(field, scope))
        return refusal;
    const QStringList codes = grids.split(u',', Qt::SkipEmptyParts);
    if (scope == u"grids" && codes.isEmpty()) {
        return Refusal{keyOf(desk::Grids), Words::tr("It is not said which grids the desk is for."),
            Words::tr("Name their codes, with commas between.")};
    }
    for (const QString &code : codes) {
        if (around.rowWithCode(Register::Grid, code.trimmed()).isNull()) {
            return Refusal{keyOf(desk::Grids), Words::tr("There is no grid \"%1\".").arg(code),
                Words::tr("Enter a code from the list of grids."), Refusal::Unknown};
        }
    }
    return {};
}

/// The next number that no desk has: 01, 02, ….
QString freePrefix(const Surroundings &around)
{
    for (int number = 1; number < mostPrefixes; ++number) {
        const QString prefix = QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
        if (around.rowWithCode(Register::Desk, prefix).isNull())
            return prefix;
    }
    return {};
}

/// What people say about a desk, whichever way it comes in: complete and in order, or why not.
std::variant<Values, Refusal> described(const Id &desk, const QString &name, const QString &prefix,
    const QString &scope, const QString &grids, const Surroundings &around)
{
    const QString numbered = prefix.trimmed().isEmpty() ? freePrefix(around) : prefix.trimmed();
    const QString sees = scope.isEmpty() ? QStringLiteral("company") : scope;
    for (const auto &refusal :
        {checkPrefix(numbered, desk, around), checkScope(sees, grids, around)}) {
        if (refusal)
            return *refusal;
    }
    QStringList codes;
    for (const QString &code : grids.split(u',', Qt::SkipEmptyParts))
        codes << code.trimmed();
    const QString called = name.trimmed().isEmpty() ? Words::tr("Desk %1").arg(numbered) : name;
    return Values{{desk::Name, called.trimmed()}, {desk::Prefix, numbered},
        {desk::Letter, QStringLiteral("A")}, {desk::Scope, sees}, {desk::Grids, codes.join(u',')}};
}

bool hasJoined(const Id &desk, const Surroundings &around)
{
    const auto row = around.findRow(desk);
    return row && (row->reg != Register::Desk || row->values.has(desk::PublicKey));
}

Refusal joinedBefore()
{
    return {{}, Words::tr("This desk belongs to the company already."),
        Words::tr("Look in the list of desks.")};
}

std::optional<Refusal> checkKey(const QByteArray &key)
{
    if (key.size() == deskKeySize)
        return {};
    return Refusal{keyOf(desk::PublicKey), Words::tr("This is no desk's key."),
        Words::tr("Pair the desk once more.")};
}

/// By the invitation alone: an administrator has said everything else.
Decision admitInvited(const AdmitDesk &command, const Surroundings &around)
{
    const RegisterPut put{command.desk, Register::Desk,
        {{desk::PublicKey, command.publicKey}, {desk::Token, command.token}}, {}};
    const auto row = around.findRow(command.desk);
    if (!row || !answersInvitation(*row, put, around.now_ms())) {
        return Refusal{{}, Words::tr("The invitation is used up, too old, or never was."),
            Words::tr("Let an administrator invite the desk anew.")};
    }
    return permitted(Events{put}, around);
}

} // namespace

Decision decide(const InviteDesk &command, const Surroundings &around)
{
    if (hasJoined(command.desk, around))
        return joinedBefore();
    if (command.tokenHash.size() != tokenHashSize || command.until_ms <= around.now_ms()) {
        return Refusal{keyOf(desk::InvitedUntil),
            Words::tr("The invitation would be over before it begins."),
            Words::tr("Give it some minutes.")};
    }
    auto values =
        described(command.desk, command.name, command.prefix, command.scope, command.grids, around);
    if (const auto *refusal = std::get_if<Refusal>(&values))
        return *refusal;
    Values &row = std::get<Values>(values);
    row.set(desk::Invitation, command.tokenHash);
    row.set(desk::InvitedUntil, command.until_ms);
    return permitted(Events{RegisterPut{command.desk, Register::Desk, row, {}}}, around);
}

Decision decide(const AdmitDesk &command, const Surroundings &around)
{
    if (auto refusal = checkKey(command.publicKey))
        return *refusal;
    if (hasJoined(command.desk, around))
        return joinedBefore();
    if (!command.token.isEmpty())
        return admitInvited(command, around);
    auto values =
        described(command.desk, command.name, command.prefix, command.scope, command.grids, around);
    if (const auto *refusal = std::get_if<Refusal>(&values))
        return *refusal;
    Values &row = std::get<Values>(values);
    row.set(desk::PublicKey, command.publicKey);
    return permitted(Events{RegisterPut{command.desk, Register::Desk, row, {}}}, around);
}

Decision decide(const RevokeDesk &command, const Surroundings &around)
{
    const auto row = around.findRow(command.desk);
    if (!row || row->reg != Register::Desk || row->removed || row->values.has(desk::Revoked)) {
        return Refusal{{}, Words::tr("There is no such desk, or it was revoked before."),
            Words::tr("Look in the list of desks."), Refusal::Unknown};
    }
    // So one desk is always left, and the revocation itself counts.
    if (command.desk == around.desk()) {
        return Refusal{
            {}, Words::tr("A desk can't revoke itself."), Words::tr("Do it at another desk.")};
    }
    return permitted(Events{RegisterPut{command.desk, Register::Desk,
                         {{desk::Revoked, around.now_ms()}, {desk::Reach, around.reach().toBytes()},
                             {desk::Reason, command.reason.trimmed()}},
                         {}}},
        around);
}

} // namespace domain
