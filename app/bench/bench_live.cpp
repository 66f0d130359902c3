// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare.h"
#include "bench/bench.h"
#include "bench/connected.h"
#include "bench/times.h"

#include "common/run_until_quit.h"
#include "domain/ticket_fields.h"

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr int warmUp = 10;

OpenTicket freshTicket(Desk &desk)
{
    OpenTicket command{.ticket = desk.freshId(),
        .values = {{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Title, u"厨房漏水"_s}, {field::Address, u"幸福路1号"_s}},
        .customer = {.name = u"李小明"_s, .phone = u"13800138000"_s}};
    command.customer.fresh = desk.freshId();
    return command;
}

/// From the save at one desk until the other one says that it is committed there, so that its lists read it anew; the first
/// one's own answer must have come by then as well.
void saveOnce(Desk &from, Desk &to)
{
    QEventLoop loop;
    bool isShown = false, isSaved = false;
    const auto endWhenBoth = [&] {
        if (isShown && isSaved)
            loop.quit();
    };
    QObject::connect(&to, &Desk::committed, &loop, [&](const store::Committed &committed) {
        isShown = isShown || std::ranges::any_of(committed.touched, [](const store::Touched &one) {
            return one.what == store::Touched::Ticket && one.isNew;
        });
        endWhenBoth();
    });
    std::optional<store::Verdict> verdict;
    app::runUntilQuit(loop, [&] {
        from.submit(freshTicket(from)).then(&loop, [&](const store::Verdict &answer) {
            verdict = answer;
            isSaved = true;
            endWhenBoth();
        });
    });
    must(*verdict);
}

/// What two disks take that keep the entry one after the other, and nothing else.
void bareOnce(Bare &one, Bare &other, const QByteArray &bytes)
{
    for (Bare *each : {&one, &other}) {
        each->run("BEGIN IMMEDIATE");
        BareStatement insert(*each, "INSERT INTO entries(bytes) VALUES(?)");
        insert.bind(1, bytes);
        insert.run();
        each->run("COMMIT");
    }
}

void makeBare(Bare &bare)
{
    bare.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
             "CREATE TABLE entries(position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
}

} // namespace

/// One new ticket: saved at one desk, durable and shown at the other, over TLS, while nothing else goes on.
QJsonObject benchLive(const Order &order)
{
    app::SystemRandom random;
    const auto first = order.desks.open(order.desks.copyOf(order.desks.generated(order.tickets)));
    const auto second = admitWithTables(*first, order.desks, u"second"_s, random);
    const Connected one(*first, random);
    const Connected other(*second, random, {one.address()});
    const auto isInStep = [&] {
        return second->read().position() == first->read().position()
            && second->read().position() > 0
            && !second->read().database().value("SELECT 1 FROM lacking_keys LIMIT 1").isValid();
    };
    runUntil(isInStep);
    for (int i = 0; i < warmUp; ++i)
        saveOnce(*first, *second);
    const qint64 sentBefore = one.sentBytes() + other.sentBytes();
    const qint64 before = first->read().position();
    Times ours, bare;
    const QString place = order.desks.scratch(u"bare"_s);
    Bare bareOne(place + u"-1.sqlite"_s, Bare::Access::ReadWrite),
        bareOther(place + u"-2.sqlite"_s, Bare::Access::ReadWrite);
    makeBare(bareOne);
    makeBare(bareOther);
    const QByteArray bytes(700, 'x');
    for (int round = 0; round < order.rounds; ++round) {
        ours.take([&] { saveOnce(*first, *second); });
        bare.take([&] { bareOnce(bareOne, bareOther, bytes); });
    }
    runUntil(isInStep);
    const RecordSize size = sizeOf(*first, before);
    QJsonObject result = beside(u"saved here, shown there"_s, ours, bare);
    result.insert(u"entry_bytes"_s, size.bytes);
    result.insert(u"wire_bytes"_s, one.sentBytes() + other.sentBytes() - sentBefore);
    result.insert(
        u"bars"_s, QJsonArray{bar(u"p50"_s, ours.p50_ms(), 3), bar(u"p99"_s, ours.p99_ms(), 8)});
    return result;
}

} // namespace bench
