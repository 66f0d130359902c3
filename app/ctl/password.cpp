// SPDX-License-Identifier: GPL-3.0-or-later
#include "password.h"

#include "arguments.h"
#include "passphrases.h"

namespace ctl
{

namespace
{

[[noreturn]] void refuseSilence(const QString &login, const char *variable)
{
    throw Exit{1,
        Words::tr("A password is needed for %1. Set %2, or run it on a terminal.")
            .arg(login, QString::fromLatin1(variable))};
}

} // namespace

QString readPassword(const QString &login)
{
    constexpr const char *variable = "GRIDDESK_PASSWORD";
    if (qEnvironmentVariableIsSet(variable))
        return qEnvironmentVariable(variable);
    if (!hasPerson())
        refuseSilence(login, variable);
    return typedAt(Words::tr("Password of %1").arg(login)).value_or(QString());
}

QString readNewPassword(const QString &login)
{
    constexpr const char *variable = "GRIDDESK_NEW_PASSWORD";
    if (qEnvironmentVariableIsSet(variable))
        return qEnvironmentVariable(variable);
    if (!hasPerson())
        refuseSilence(login, variable);
    const auto typed = typedAt(Words::tr("New password for %1").arg(login));
    if (typedAt(Words::tr("The same again")) != typed) {
        refuse({QStringLiteral("password"), Words::tr("The two are not the same."),
            Words::tr("Nothing was changed; run this again.")});
    }
    return typed.value_or(QString());
}

} // namespace ctl
