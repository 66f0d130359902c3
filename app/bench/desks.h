// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/system.h"
#include "desk.h"

#include <QTemporaryDir>

#include <exception>

namespace bench
{

/// Why a bench can't go on. Thrown inside benches, caught by the command.
struct Failed : std::exception {
    explicit Failed(domain::Refusal refusal)
        : why(std::move(refusal))
    {
    }
    const char *what() const noexcept override { return "a bench can't go on"; }
    domain::Refusal why;
};

/// Throws what a future or an opening holds instead of an answer.
void must(const std::optional<domain::Refusal> &refusal);
const store::Accepted &must(const store::Verdict &verdict);
std::unique_ptr<Desk> must(Desk::Opening opening);

/// The desks that benches work on, each in a folder of its own: generated ones, which are the same for
/// the same number of tickets and can be kept for the next bench, and scratch ones, which go when the bench ends.
class Desks
{
public:
    /// Keeps generated desks under `kept`; with an empty name nothing stays.
    explicit Desks(const QString &kept);

    /// The folder of a generated desk, made at first use by the tool itself, in a process of its own, so that
    /// this one's memory and caches know nothing of it.
    QString generated(qint64 tickets);
    /// The same with so many remarks on each ticket as well: a company with a history. Kept likewise.
    QString withRemarks(qint64 tickets, int remarks);
    /// The folder of a desk with so many customers, put there row by row as an import puts them: every second with
    /// premises and their meters, every fifth with a household member. Kept like the generated ones.
    QString withCustomers(qint64 customers);
    /// A copy of it that may be written to.
    QString copyOf(const QString &folder);
    /// A path for a new file or folder, gone when the bench ends.
    QString scratch(const QString &name);

    std::unique_ptr<Desk> open(const QString &folder);
    /// A company on a new desk, without tickets.
    std::unique_ptr<Desk> found(const QString &folder);

    domain::Clock &clock() { return m_clock; }

private:
    QString m_kept;
    QTemporaryDir m_scratch;
    app::SystemClock m_clock;
    app::SystemRandom m_random;
    int m_copies = 0;
};

/// Runs this tool as a process of its own, to its end; gives what it printed.
QByteArray runTool(const QStringList &words);

} // namespace bench
