// SPDX-License-Identifier: GPL-3.0-or-later
#include "password.h"

#include "arguments.h"

#include <QFile>
#include <QScopeGuard>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace ctl
{

namespace
{

/// What is typed on the terminal behind a prompt, unseen; nothing without a terminal.
std::optional<QString> askUnseen(const QString &prompt)
{
    termios before;
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before) != 0)
        return {};
    termios unseen = before;
    unseen.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    const auto shown = qScopeGuard([&before] {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputc('\n', stderr);
    });
    std::fprintf(stderr, "%s ", qPrintable(prompt));
    QFile in;
    if (!in.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    QByteArray line = in.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromLocal8Bit(line);
}

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
    if (const auto typed = askUnseen(Words::tr("Password of %1:").arg(login)))
        return *typed;
    refuseSilence(login, variable);
}

QString readNewPassword(const QString &login)
{
    constexpr const char *variable = "GRIDDESK_NEW_PASSWORD";
    if (qEnvironmentVariableIsSet(variable))
        return qEnvironmentVariable(variable);
    const auto typed = askUnseen(Words::tr("New password for %1:").arg(login));
    if (!typed)
        refuseSilence(login, variable);
    if (askUnseen(Words::tr("The same once more:")) != typed)
        throw Exit{1, Words::tr("The two are not the same. Try again.")};
    return *typed;
}

} // namespace ctl
