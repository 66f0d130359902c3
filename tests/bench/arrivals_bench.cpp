// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/times.h"
#include "faults/counter.h"
#include "support/desks_together.h"
#include "ui/intake/typist.h"

#include "shell/settings.h"
#include "window/desk_window.h"

#include <QApplication>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using support::DesksTogether;

/// How long a person at the window waits for an answer to a key while other desks' entries arrive: `arrivals_bench ENTRIES`,
/// beside the same person at the same window while nothing arrives. A line of JSON.
namespace
{

constexpr int atOnce = 500;
constexpr qsizetype parcelBytes = 256 << 10; // as a session sends them
constexpr int keyEvery_ms = 40;
constexpr int quiet_ms = 5'000;

void takeIn(Desk &desk, int count)
{
    for (int n = 0; n < count; n += atOnce) {
        for (const auto &verdict :
            desk.submitAll(faults::matters(desk, n, qMin(atOnce, count - n))).result()) {
            if (const auto *refusal = store::refused(verdict))
                qFatal("%s", qPrintable(refusal->text()));
        }
    }
}

std::vector<record::Parcel> lackingAt(DesksTogether &desks)
{
    store::EntryReader reader(desks.desk(0).folder(), desks.desk(0).secrets());
    store::EntryReader other(desks.desk(1).folder(), desks.desk(1).secrets());
    record::Heads known = other.heads();
    std::vector<record::Parcel> parcels;
    for (;;) {
        record::Parcel parcel = reader.next(known, desks.desk(1).secrets().desk, parcelBytes);
        if (parcel.entries.isEmpty())
            return parcels;
        for (const record::SignedEntry &signedEntry : parcel.entries) {
            const auto entry = record::decode(signedEntry.bytes);
            known.advance(
                entry->feed, entry->sequence, record::chain(entry->previous, signedEntry.bytes));
        }
        parcels.push_back(std::move(parcel));
    }
}

/// Someone who leafs through the list, searches, and looks at the day, a key every moment.
class Person
{
public:
    explicit Person(QWidget &window)
        : m_typist(window)
    {
        m_typist.key(Qt::Key_F3);
    }
    void next()
    {
        switch (++m_keys % 50) {
        case 30:
            return m_typist.key(Qt::Key_F1);
        case 35:
            return m_typist.key(Qt::Key_F3);
        case 40:
            return m_typist.key(Qt::Key_End);
        case 45:
            return m_typist.key(Qt::Key_Home);
        default:
            return m_typist.key(m_keys % 3 == 0 ? Qt::Key_Up : Qt::Key_Down);
        }
    }
    int keys() const { return m_keys; }

private:
    support::Typist m_typist;
    int m_keys = 0;
};

/// How long whoever presses a key waits until the loop comes to it, asked at every millisecond until `isOver`.
bench::Times waitsUntil(Person &person, const std::function<bool()> &isOver)
{
    bench::Times waits;
    QEventLoop loop;
    QTimer beat, hand;
    QElapsedTimer since;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
        for (double wait = double(since.nsecsElapsed()) / 1e6; wait > 0; wait -= 1)
            waits.add(wait, 0);
        since.restart();
        if (isOver())
            loop.quit();
    });
    QObject::connect(&hand, &QTimer::timeout, &loop, [&] { person.next(); });
    since.start();
    beat.start(1);
    hand.start(keyEvery_ms);
    loop.exec();
    return waits;
}

QJsonObject figuresOf(const bench::Times &waits)
{
    return {{u"p50_ms"_s, bench::rounded(waits.p50_ms())},
        {u"p99_ms"_s, bench::rounded(waits.p99_ms())},
        {u"longest_ms"_s, bench::rounded(waits.max_ms())}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int entries = app.arguments().value(1, u"100000"_s).toInt();
    DesksTogether desks(2);
    faults::Counter(desks.desk(0)).moveIn();
    takeIn(desks.desk(0), 500);
    desks.meet(0, 1);
    takeIn(desks.desk(0), entries);
    const std::vector<record::Parcel> parcels = lackingAt(desks);

    ui::shell::VolatileSettings settings;
    app::DeskWindow window(desks.desk(1), settings);
    window.show();
    window.shell().resize(1600, 1000);
    Person person(window.shell());
    QElapsedTimer time;
    time.start();
    const bench::Times quiet = waitsUntil(person, [&] { return time.elapsed() > quiet_ms; });

    std::atomic<bool> isDone = false;
    time.start();
    std::jthread line([&] {
        // As a session does: the next parcel is on its way while the last one is kept.
        QFuture<store::Receipt> kept;
        for (const record::Parcel &parcel : parcels) {
            QFuture<store::Receipt> next = desks.desk(1).take(parcel);
            if (kept.isValid())
                kept.waitForFinished();
            kept = next;
        }
        kept.waitForFinished();
        isDone = true;
    });
    const bench::Times busy = waitsUntil(person, [&] { return isDone.load(); });
    const double seconds = double(time.elapsed()) / 1000;
    line.join();

    const QJsonObject printed{{u"bench"_s, u"arrivals"_s}, {u"entries"_s, entries},
        {u"parcels"_s, qint64(parcels.size())}, {u"seconds"_s, bench::rounded(seconds)},
        {u"keys"_s, person.keys()}, {u"figure"_s, figuresOf(busy)},
        {u"baseline"_s, figuresOf(quiet)},
        {u"bars"_s,
            QJsonArray{bench::bar(u"longest wait"_s, busy.max_ms(), 50),
                bench::bar(u"p99"_s, busy.p99_ms(), 16)}}};
    std::printf("%s\n", QJsonDocument(printed).toJson(QJsonDocument::Compact).constData());
    return desks.agree() ? 0 : 3;
}
