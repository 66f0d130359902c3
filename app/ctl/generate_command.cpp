// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "common/generator.h"

#include <QElapsedTimer>

namespace ctl
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 between_ms = 1000; // progress lines

quint64 seedIn(const QString &text)
{
    bool isNumber = false;
    const quint64 seed = text.toULongLong(&isNumber);
    if (!isNumber)
        wrongUsage(Words::tr("--seed needs a whole number."));
    return seed;
}

} // namespace

int runGenerate(Session &session, Arguments &arguments)
{
    const qint64 tickets = arguments.count(u"--tickets"_s, 0);
    const quint64 seed = seedIn(arguments.option(u"--seed"_s));
    arguments.done();
    if (tickets <= 0)
        wrongUsage(Words::tr("--tickets needs a number above zero."));

    QElapsedTimer whole, sinceLast;
    whole.start();
    sinceLast.start();
    const auto progress = [&](qint64 done) {
        if (sinceLast.elapsed() < between_ms)
            return;
        sinceLast.restart();
        session.say(Words::tr("%1 of %2 tickets").arg(done).arg(tickets));
    };
    if (const auto refusal = app::generate(session.desk(), {tickets, seed, progress}))
        refuse(*refusal);
    session.print(QJsonObject{
        {u"tickets"_s, tickets}, {u"seed"_s, qint64(seed)}, {u"ms"_s, whole.elapsed()}});
    return 0;
}

} // namespace ctl
