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

/// This side's processor time for an entry, which a busy machine changes less than the clock's.
double processor_us(std::clock_t ticks, qint64 entries)
{
    return std::round(1e7 * double(ticks) / CLOCKS_PER_SEC / double(entries)) / 10;
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

QJsonObject measure(bench::HubSource &source, qint64 size, const HubUrl &url)
{
    QElapsedTimer time;
    const qint64 before = source.written();
    source.goTo(size);
    time.start();
    const std::clock_t beforePush = std::clock();
    meet(source, url);
    const double push = double(time.elapsed()) / 1000;
    const std::clock_t beforePull = std::clock();
    bench::HubSink sink(source);
    time.start();
    meet(sink, url);
    const double pull = double(time.elapsed()) / 1000;
    const std::clock_t afterPull = std::clock();
    time.start();
    meet(sink, url);
    const qint64 again = time.elapsed();
    const bool isComplete = sink.kept() == size && sink.tooEarly() == 0;
    const QJsonObject live = measureLive(source, sink, url);
    HubDatabase database(url, 3'600'000);
    database.once(u"ANALYZE"_s);
    HubEntries entries(database);
    entries.heads();
    time.start();
    constexpr int looks = 20;
    for (int i = 0; i < looks; ++i)
        entries.heads();
    const double heads = double(time.elapsed()) / looks;
    const double bare = bareSeconds(database);
    return {{u"entries"_s, size}, {u"feeds"_s, feeds},
        {u"push_per_s"_s, qint64(double(size - before) / push)},
        {u"pull_per_s"_s, qint64(double(size) / pull)},
        {u"bare_per_s"_s, qint64(double(size) / bare)}, {u"heads_ms"_s, heads},
        {u"reconnect_ms"_s, again},
        {u"push_us_here"_s, processor_us(beforePull - beforePush, size - before)},
        {u"pull_us_here"_s, processor_us(afterPull - beforePull, size)},
        {u"complete"_s, isComplete}, {u"live"_s, live}, {u"peak_MB"_s, residentPeak_kB() / 1024}};
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
        const QJsonObject figures = measure(source, QByteArray(argv[i]).toLongLong(), url);
        std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
