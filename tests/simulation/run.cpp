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
    simulation::Outcome all;
    for (int seed = first; seed < first + count; ++seed) {
        const int desks = words.size() > 3 ? words[3].toInt() : 3 + seed % 5;
        const QTemporaryDir folder;
        const simulation::Outcome outcome =
            simulation::Company({desks, steps, quint64(seed), folder.path()}).run();
        if (!outcome.fault.isEmpty()) {
            std::printf("seed %d: %s\n", seed, qPrintable(outcome.fault));
            return 3;
        }
        for (const simulation::Count &one : simulation::counts)
            all.*one.of += outcome.*one.of;
    }
    std::printf("%d seeds:", count);
    for (const simulation::Count &one : simulation::counts)
        std::printf(" %s %lld", one.name, static_cast<long long>(all.*one.of));
    std::printf("\n");
    return 0;
}
