// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "bench/bench.h"

#include <QCoreApplication>

namespace ctl
{

using namespace Qt::StringLiterals;

namespace
{

const bench::BenchSpec &benchNamed(const QString &name)
{
    if (const bench::BenchSpec *spec = bench::findBench(name))
        return *spec;
    QStringList names;
    for (const bench::BenchSpec &spec : bench::allBenches())
        names << QString::fromLatin1(spec.name);
    wrongUsage(QCoreApplication::translate("ctl", "There is no bench \"%1\"; name one of: %2.")
                   .arg(name, names.join(u", "_s)));
}

} // namespace

/// Works on desks of its own, never on the one that --desk names.
int runBench(Session &session, Arguments &arguments)
{
    const bench::BenchSpec &spec = benchNamed(arguments.word(Words::tr("The name of the bench")));
    const qint64 tickets =
        arguments.count(u"--customers"_s, arguments.count(u"--tickets"_s, spec.tickets));
    const qint64 rounds = arguments.count(u"--rounds"_s, spec.rounds);
    const QString kept = arguments.option(u"--keep"_s);
    arguments.done();
    if (tickets == 0 || rounds == 0 || rounds > 1'000'000)
        wrongUsage(Words::tr("A bench needs tickets and rounds, one at least."));
    try {
        bench::Desks desks(kept);
        QJsonObject result = spec.run({desks, tickets, int(rounds)});
        result.insert(u"bench"_s, QString::fromLatin1(spec.name));
        result.insert(u"tickets"_s, tickets);
        session.print(result);
    } catch (const bench::Failed &failed) {
        refuse(failed.why);
    }
    return 0;
}

} // namespace ctl
