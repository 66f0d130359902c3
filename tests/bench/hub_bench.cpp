// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/hub_load.h"
#include "support/postgres_server.h"

#include "peers/hub.h"
#include "peers/hub_entries.h"
#include "peers/hub_schema.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstdio>
#include <ctime>

using namespace peers;
using namespace Qt::StringLiterals;

/// Measures the hub over a real PostgreSQL that waits for its disk: how fast entries go there and come back as it grows, and what
/// finding out costs. `hub_bench SIZE …` (entries, ascending); a line of JSON for each.
namespace
{

constexpr int feeds = 1000;

void meet(Exchange &exchange, const HubUrl &url)
{
    Hub hub(exchange, url, [] { return QVector<Id>(); });
    QEventLoop loop;
    QObject::connect(&hub, &Hub::inStep, &loop, &QEventLoop::quit);
    QObject::connect(&hub, &Hub::broke, &loop,
        [](const domain::Refusal &why) { std::fprintf(stderr, "%s\n", qPrintable(why.text())); });
    hub.start();
    loop.exec();
    for (const QString &fault : hub.state().faults)
        std::fprintf(stderr, "%s\n", qPrintable(fault));
}

qint64 residentPeak_kB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    return all.mid(all.indexOf("VmHWM:") + 6, 14).simplified().split(' ').value(0).toLongLong();
}

/// The database alone: the same bytes copied from one table into another, with the same key, so that only its own work counts.
double bareSeconds(HubDatabase &database)
{
    database.once(u"CREATE TABLE bare (LIKE hub_entries INCLUDING ALL)"_s);
    QElapsedTimer time;
    time.start();
    database.once(u"INSERT INTO bare SELECT * FROM hub_entries"_s);
    const double seconds = double(time.elapsed()) / 1000;
    database.once(u"DROP TABLE bare"_s);
    return seconds;
}

/// How long something took by the clock and by the processors of both sides; the latter a busy machine changes little.
struct Stretch {
    double seconds, here, there;

    QJsonObject over(qint64 entries) const
    {
        const auto each = [entries](double time) {
            return std::round(1e7 * time / double(entries)) / 10;
        };
        return {{u"per_s"_s, qint64(double(entries) / seconds)}, {u"desk_us"_s, each(here)},
            {u"server_us"_s, each(there)}};
    }
};

Stretch timed(support::PostgresServer &server, const std::function<void()> &work)
{
    QElapsedTimer time;
    time.start();
    const std::clock_t here = std::clock();
    const double there = server.processorSeconds();
    work();
    const double seconds = double(time.nsecsElapsed()) / 1e9;
    const double spent = double(std::clock() - here) / CLOCKS_PER_SEC;
    // A connection's time counts once its process has ended.
    while (
        server.run(u"SELECT count(*) FROM pg_stat_activity WHERE datname IS NOT NULL"_s) != "1") { }
    return {seconds, spent, server.processorSeconds() - there};
}

/// One entry, written at one desk and taken in at another, both of which wait for notices.
QJsonObject measureLive(bench::HubSource &source, bench::HubSink &sink, const HubUrl &url)
{
    constexpr int rounds = 200;
    Hub near(source, url, [] { return QVector<Id>(); });
    Hub far(sink, url, [] { return QVector<Id>(); });
    QEventLoop loop;
    int ready = 0;
    const auto count = [&] {
        if (++ready == 2)
            loop.quit();
    };
    const auto nearReady = QObject::connect(&near, &Hub::inStep, &loop, count);
    const auto farReady = QObject::connect(&far, &Hub::inStep, &loop, count);
    near.start();
    far.start();
    loop.exec();
    QObject::disconnect(nearReady);
    QObject::disconnect(farReady);
    std::vector<double> times;
    sink.onKept = [&loop] { loop.quit(); };
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer time;
        time.start();
        source.goTo(source.written() + 1);
        near.wake();
        loop.exec();
        times.push_back(double(time.nsecsElapsed()) / 1e6);
    }
    sink.onKept = {};
    std::ranges::sort(times);
    return {{u"p50_ms"_s, times[rounds / 2]}, {u"p99_ms"_s, times[rounds * 99 / 100]}};
}

QJsonObject measure(support::PostgresServer &server, bench::HubSource &source, qint64 size)
{
    const HubUrl url = std::get<HubUrl>(HubUrl::parse(server.url()));
    const qint64 before = source.written();
    source.goTo(size);
    const Stretch push = timed(server, [&] { meet(source, url); });
    bench::HubSink sink(source);
    const Stretch pull = timed(server, [&] { meet(sink, url); });
    const Stretch again = timed(server, [&] { meet(sink, url); });
    const bool isComplete = sink.kept() == size && sink.tooEarly() == 0;
    const QJsonObject live = measureLive(source, sink, url);
    HubDatabase database(url, 3'600'000);
    HubEntries entries(database);
    entries.heads();
    constexpr int looks = 20;
    QElapsedTimer heads;
    heads.start();
    for (int i = 0; i < looks; ++i)
        entries.heads();
    const double heads_ms = double(heads.elapsed()) / looks;
    const double bare = bareSeconds(database);
    return {{u"entries"_s, size}, {u"feeds"_s, feeds}, {u"complete"_s, isComplete},
        {u"push"_s, push.over(size - before)}, {u"pull"_s, pull.over(size)},
        {u"bare_per_s"_s, qint64(double(size) / bare)}, {u"live"_s, live},
        {u"heads_ms"_s, heads_ms}, {u"reconnect_ms"_s, again.seconds * 1000},
        {u"peak_MB"_s, residentPeak_kB() / 1024}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (const QString why = support::PostgresServer::whyNot(); !why.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        return 3;
    }
    support::PostgresServer server(true);
    const HubUrl url = std::get<HubUrl>(HubUrl::parse(server.url()));
    bench::HubSource source(feeds);
    if (const auto refusal = initHub(url, source.introduction())) {
        std::fprintf(stderr, "%s\n", qPrintable(refusal->text()));
        return 3;
    }
    for (int i = 1; i < argc; ++i) {
        const QJsonObject figures = measure(server, source, QByteArray(argv[i]).toLongLong());
        std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
