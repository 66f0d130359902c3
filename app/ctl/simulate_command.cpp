// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "simulation/company.h"

#include <QTemporaryDir>

namespace ctl
{

using namespace Qt::StringLiterals;

/// Works in folders of its own, never on the desk that --desk names. One line for each seed.
int runSimulate(Session &session, Arguments &arguments)
{
    const qint64 desks = arguments.count(u"--desks"_s, 3);
    const qint64 steps = arguments.count(u"--steps"_s, 200);
    const qint64 first = arguments.count(u"--seed"_s, 1);
    const qint64 runs = arguments.count(u"--runs"_s, 1);
    arguments.done();
    if (desks < 2 || desks > 20 || steps < 1 || runs < 1)
        wrongUsage(Words::tr("A simulation needs 2 to 20 desks, a step and a run at least."));
    simulation::Outcome all;
    for (qint64 seed = first; seed < first + runs; ++seed) {
        QTemporaryDir folder;
        const simulation::Outcome outcome =
            simulation::Company({int(desks), int(steps), quint64(seed), folder.path()}).run();
        if (!outcome.fault.isEmpty()) {
            session.print(QJsonObject{{u"seed"_s, seed}, {u"fault"_s, outcome.fault}});
            throw Exit{3, Words::tr("Seed %1: %2").arg(seed).arg(outcome.fault)};
        }
        for (const simulation::Count &count : simulation::counts)
            all.*count.of += outcome.*count.of;
    }
    QJsonObject printed{
        {u"seed"_s, first}, {u"runs"_s, runs}, {u"desks"_s, desks}, {u"steps"_s, steps}};
    for (const simulation::Count &count : simulation::counts)
        printed.insert(QLatin1StringView(count.name), all.*count.of);
    session.print(printed);
    return 0;
}

} // namespace ctl
