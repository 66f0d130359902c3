// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <QCoreApplication>
#include <QStringList>

namespace ctl
{

/// What the tool says to people, in their language: Words::tr("…").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ctl)
};

/// Ends a command early: the exit code of the contract (1 refused, 2 wrong usage, 3 the desk or its files
/// failed) and the one line for stderr. Thrown by commands, caught in main, never near an event loop.
struct Exit {
    int code;
    QString line;
};

[[noreturn]] void refuse(const domain::Refusal &refusal);
[[noreturn]] void wrongUsage(const QString &line);

/// The words of a command: options taken out by name, the rest in order. An option's value follows as
/// the next word or behind an equals sign: `--limit 50`, `--limit=50`.
class Arguments
{
public:
    explicit Arguments(const QStringList &words)
        : m_words(words)
    {
    }

    /// The value behind `--name`, taken out; empty when it isn't there. Without a value behind it: wrong usage.
    QString option(const QString &name);
    /// All values of an option that may come several times or take several words up to the next option.
    QStringList options(const QString &name);
    /// A count behind `--name`; `otherwise` when it isn't there, wrong usage when it is no count.
    qint64 count(const QString &name, qint64 otherwise);
    bool flag(const QString &name);
    /// The next word; wrong usage, naming `what`, when there is none.
    QString word(const QString &what);
    /// All words that are left; wrong usage when an option that nobody took is among them.
    QStringList rest();
    /// The word that comes next, left there; empty when there is none.
    QString first() const { return m_words.value(0); }
    /// A word that was taken comes next once more.
    void putBack(const QString &word) { m_words.prepend(word); }
    bool isEmpty() const { return m_words.isEmpty(); }
    /// Refuses what nobody took.
    void done() const;

private:
    QStringList m_words;
};

} // namespace ctl
