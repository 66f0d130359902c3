// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sign_in.h"

#include "domain/account.h"
#include "store/attempts.h"
#include "store/words.h"

namespace store
{

using namespace domain;

namespace
{

Refusal tooMany(qint64 wait_ms)
{
    return {QStringLiteral("password"),
        Words::tr("Too many wrong passwords. The next one counts in %n seconds.", nullptr,
            int((wait_ms + 999) / 1000)),
        Words::tr("Wait, or ask an administrator for a new password.")};
}

Refusal wrong()
{
    return {QStringLiteral("password"), Words::tr("The login or the password is wrong."),
        Words::tr("Type them again; an administrator can give a new password.")};
}

Refusal withoutRights()
{
    return {QStringLiteral("login"), Words::tr("There are no rights under this login now."),
        Words::tr("Ask an administrator to grant them.")};
}

/// What is opened where there is no such login, so that it takes as long as a wrong password does.
const Values &nobodysAccount()
{
    static const Values account{{account::PublicKey, QByteArray(32, '\0')},
        {account::Salt, QByteArray(16, 'n')}, {account::Wrapped, QByteArray(24 + 32 + 16, '\0')},
        {account::Operations, record::PasswordCost().operations},
        {account::Memory, record::PasswordCost().memory_KiB}};
    return account;
}

std::optional<Values> findAccount(Reader &reader, const Id &person)
{
    const auto row = reader.findRow(accountOf(person));
    return row && !row->row.removed ? std::optional(row->row.values) : std::nullopt;
}

} // namespace

SignedIn signIn(Reader &reader, const DeskFolder &folder, const Secrets &secrets,
    const QString &login, const QString &password)
{
    Attempts attempts(folder, secrets);
    const qint64 now_ms = reader.now_ms();
    if (const qint64 wait_ms = attempts.waitFor_ms(login, now_ms))
        return tooMany(wait_ms);
    const auto person = reader.findRowByCode(Register::Staff, login.trimmed());
    const auto account = person ? findAccount(reader, person->row.id) : nobodysAccount();
    if (const auto failure = reader.takeFailure())
        return *failure;
    Identity identity;
    if (account) {
        const auto key = record::openAccount(*account, password);
        if (!key) {
            attempts.noteWrong(login, now_ms);
            return wrong();
        }
        identity.key = std::make_shared<const record::SigningKey>(*key);
    }
    attempts.noteRight(login, now_ms);
    identity.person = person->row.id;
    const Grants &grants = reader.grants();
    if (!grants.isEmpty() && grants.inForce(identity.person, now_ms).empty())
        return withoutRights();
    return identity;
}

bool hasPassword(Reader &reader, const Id &person)
{
    const auto account = findAccount(reader, person);
    if (!account)
        return false;
    // An empty password is never made slow, so the slow ones need no try.
    const bool isSlow = account->number(account::Memory) > record::PasswordCost::least().memory_KiB;
    return isSlow || !record::openAccount(*account, {});
}

} // namespace store
