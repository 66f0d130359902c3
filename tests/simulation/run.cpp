// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a simulated company for every seed of a span: run FIRST COUNT [DESKS] [STEPS]. Ends with 3 at the first broken
// invariant and names seed and fault; as griddeskctl simulate does, without a tool around it.
#include "simulation/company.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const int first = words.value(1, QStringLiteral("1")).toInt();
    const int count = words.value(2, QStringLiteral("1")).toInt();
    const int steps = words.value(4, QStringLiteral("150")).toInt();
    qint64 entries = 0, conflicts = 0, revocations = 0, moves = 0, activations = 0, tooOld = 0;
    for (int seed = first; seed < first + count; ++seed) {
        const int desks = words.size() > 3 ? words[3].toInt() : 3 + seed % 5;
        const QTemporaryDir folder;
        const simulation::Outcome outcome =
            simulation::Company({desks, steps, quint64(seed), folder.path()}).run();
        if (!outcome.fault.isEmpty()) {
            std::printf("seed %d: %s\n", seed, qPrintable(outcome.fault));
            return 3;
        }
        entries += outcome.entries;
        conflicts += outcome.conflicts;
        revocations += outcome.revocations;
        moves += outcome.moves;
        activations += outcome.activations;
        tooOld += outcome.tooOld;
    }
    const auto number = [](qint64 counted) { return static_cast<long long>(counted); };
    std::printf("%d seeds: %lld entries, %lld conflicts, %lld revocations, %lld moves of stock, "
                "%lld activations of rules, %lld deeds refused to too old a program\n",
        count, number(entries), number(conflicts), number(revocations), number(moves),
        number(activations), number(tooOld));
    return 0;
}
