// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrases.h"

#include "arguments.h"

#include <QTextStream>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace ctl
{

namespace
{

constexpr int tries = 3;
constexpr auto newVariable = "GRIDDESK_NEW_PASSPHRASE";

/// While it lives, what is typed isn't shown.
class Unseen
{
public:
    Unseen()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~Unseen()
    {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }

private:
    termios m_before{};
};

} // namespace

bool hasPerson()
{
    return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

std::optional<QString> typedAt(const QString &prompt)
{
    std::fputs((prompt + QStringLiteral(": ")).toUtf8().constData(), stderr);
    std::fflush(stderr);
    const Unseen unseen;
    QTextStream input(stdin);
    const QString line = input.readLine();
    return line.isEmpty() ? std::nullopt : std::optional(line);
}

std::function<std::optional<QString>(const QString &why)> askFrom(
    const QStringList &variables, const QString &prompt)
{
    for (const QString &variable : variables) {
        const QString value = qEnvironmentVariable(variable.toLatin1().constData());
        if (!value.isEmpty())
            return store::typed(value).ask;
    }
    if (!hasPerson())
        return {};
    return [prompt, left = tries](const QString &why) mutable -> std::optional<QString> {
        if (left-- == 0)
            return {};
        if (!why.isEmpty())
            std::fputs((why + u'\n').toUtf8().constData(), stderr);
        return typedAt(prompt);
    };
}

QString newPassphrase()
{
    if (const QString given = qEnvironmentVariable(newVariable); !given.isEmpty())
        return given;
    if (!hasPerson()) {
        refuse({QStringLiteral("passphrase"), Words::tr("No new passphrase was given."),
            Words::tr("Put it into %1, or run this at a terminal.")
                .arg(QLatin1StringView(newVariable))});
    }
    const auto first = typedAt(Words::tr("New passphrase"));
    const auto again = typedAt(Words::tr("The same again"));
    if (!first || first != again) {
        refuse({QStringLiteral("passphrase"), Words::tr("The two are not the same."),
            Words::tr("Nothing was changed; run this again.")});
    }
    return *first;
}

} // namespace ctl
