// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/times.h"

#include <QFile>

namespace bench
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double mostTimesEmpty = 1.2;
constexpr double mostBesidePeople_mb = 200;

void showFirstPage(const QString &folder)
{
    runTool({u"--desk"_s, folder, u"tickets"_s, u"--limit"_s, u"50"_s});
}

/// What this process holds in memory now, as the system counts it.
double resident_mb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// A desk in use: first page, the whole list, the lines of a few places, a search.
double useDesk_mb(Desk &desk, store::People &people)
{
    store::Reader &reader = desk.read();
    people.fill(false);
    reader.findTicketLines(reader.findTicketRows({.limit = 100}));
    const QVector<qint64> list = reader.findTicketRows({});
    for (qsizetype place = 0; place < list.size();
         place += std::max<qsizetype>(1, list.size() / 20))
        reader.findTicketLines(list.mid(place, 128));
    reader.findTicketLines(reader.findNewest({.text = u"漏水"_s, .limit = 50}));
    return resident_mb();
}

} // namespace

QJsonObject benchStart(const Order &order)
{
    const QString big = order.desks.generated(order.tickets), empty = order.desks.generated(0);
    Times ours, bare;
    for (int round = -1; round < order.rounds; ++round) {
        // The first round only brings the files into the system's cache.
        Times &bigTimes = ours, &emptyTimes = bare;
        if (round == 0)
            ours = bare = Times();
        bigTimes.take([&] { showFirstPage(big); });
        emptyTimes.take([&] { showFirstPage(empty); });
    }
    QJsonObject result =
        beside(u"process start to the first page, beside an empty desk"_s, ours, bare);
    result.insert(u"bars"_s,
        QJsonArray{
            bar(u"times the empty desk's"_s, result[u"ratio"_s].toDouble(), mostTimesEmpty)});
    return result;
}

QJsonObject benchMemory(const Order &order)
{
    const QString big = order.desks.generated(order.tickets), empty = order.desks.generated(0);
    // Each desk in its turn; what the first leaves behind in the process is in both figures.
    const auto measure = [&](const QString &folder, double *people_mb) {
        auto desk = order.desks.open(folder);
        store::People people(desk->folder(), desk->secrets().deskKey);
        const double used_mb = useDesk_mb(*desk, people);
        *people_mb = double(people.memoryBytes()) / (1024 * 1024);
        return used_mb;
    };
    double emptyPeople_mb = 0, bigPeople_mb = 0;
    const double empty_mb = measure(empty, &emptyPeople_mb), big_mb = measure(big, &bigPeople_mb);
    const double beside_mb = big_mb - bigPeople_mb;
    return {{u"name"_s, u"resident memory of a desk in use"_s},
        {u"figure"_s,
            QJsonObject{{u"resident_mb"_s, rounded(big_mb)},
                {u"people_mb"_s, rounded(bigPeople_mb)},
                {u"beside_people_mb"_s, rounded(beside_mb)}}},
        {u"baseline"_s, QJsonObject{{u"empty_desk_mb"_s, rounded(empty_mb)}}},
        {u"ratio"_s, empty_mb > 0 ? rounded(big_mb / empty_mb) : 0},
        {u"bars"_s,
            QJsonArray{bar(u"MB beside the people's index"_s, beside_mb, mostBesidePeople_mb)}}};
}

} // namespace bench
