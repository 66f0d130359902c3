// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/connected.h"
#include "bench/times.h"

#include "store/entry_reader.h"

#include <QElapsedTimer>

namespace bench
{

using namespace domain;

namespace
{

constexpr qsizetype parcelBytes = 256 << 10;
constexpr qsizetype atOnce = 500;

/// What travelled, for the bare database to write as well.
struct Travelled {
    QVector<record::Parcel> parcels;
    qint64 bytes = 0;
};

/// One hands the other what it lacks.
void hand(Desk &from, Desk &to, Travelled &travelled)
{
    store::EntryReader reader(from.folder(), from.secrets());
    store::EntryReader other(to.folder(), to.secrets());
    for (record::Heads known = other.heads();;) {
        const record::Parcel parcel = reader.next(known, to.secrets().desk, parcelBytes);
        if (parcel.entries.isEmpty())
            return;
        const store::Receipt receipt = to.take(parcel).result();
        if (receipt.outcome != store::Receipt::Kept)
            throw Failed({{}, receipt.why, {}, Refusal::Device});
        travelled.bytes += parcel.size();
        travelled.parcels.append(parcel);
        known = other.heads();
    }
}

/// What each will hand the other, in its parcels.
Travelled travellingOf(Desk &first, Desk &second, qint64 before)
{
    Travelled travelling;
    for (Desk *desk : {&first, &second}) {
        store::Database database(desk->folder().database(), store::Database::Access::ReadOnly);
        store::Statement each(
            database.handle(), "SELECT bytes FROM entries WHERE position > ? ORDER BY position");
        each.bind(1, before);
        record::Parcel parcel;
        for (bool isMore = each.step(); isMore;) {
            parcel.entries.append({each.blob(0), {}});
            isMore = each.step();
            if (isMore && parcel.size() < parcelBytes)
                continue;
            travelling.bytes += parcel.size();
            travelling.parcels.append(std::exchange(parcel, {}));
        }
    }
    return travelling;
}

void correct(Desk &desk, const QVector<Id> &tickets, const QString &word)
{
    for (qsizetype from = 0; from < tickets.size(); from += atOnce) {
        QVector<Command> commands;
        for (const Id &ticket : tickets.mid(from, atOnce)) {
            commands.append(
                ActOnTicket{ticket, QStringLiteral("correct"), {{field::Title, word}}, {}, 0, 0});
        }
        for (const store::Verdict &verdict : desk.submitAll(std::move(commands)).result())
            must(verdict);
    }
}

QVector<Id> openTickets(Desk &desk, qint64 count)
{
    QVector<Id> tickets;
    while (tickets.size() < count) {
        QVector<Command> commands;
        for (qint64 left = std::min<qint64>(atOnce, count - tickets.size()); left > 0; --left) {
            OpenTicket command{.ticket = desk.freshId(),
                .values = {{field::Kind, QStringLiteral("repair")},
                    {field::Line, QStringLiteral("water")},
                    {field::Title, QStringLiteral("水管漏水")},
                    {field::Address, QStringLiteral("幸福路1号")}}};
            command.customer.fresh = desk.freshId();
            tickets.append(command.ticket);
            commands.append(command);
        }
        for (const store::Verdict &verdict : desk.submitAll(std::move(commands)).result())
            must(verdict);
    }
    return tickets;
}

/// The same bytes in the same transactions, and nothing more.
qint64 bare_ms(Desks &desks, const Travelled &travelled)
{
    store::Database bare(
        desks.scratch(QStringLiteral("bare.sqlite")), store::Database::Access::ReadWrite);
    bare.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
             "CREATE TABLE entries(position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    QElapsedTimer time;
    time.start();
    for (const record::Parcel &parcel : travelled.parcels) {
        store::Transaction transaction(bare);
        for (const record::SignedEntry &entry : parcel.entries)
            bare.prepared("INSERT INTO entries(bytes) VALUES(?)").bind(1, entry.bytes).run();
        transaction.commit();
    }
    return time.elapsed();
}

} // namespace

/// Two desks change as many tickets each as are asked for, one in twenty of them the same, and meet over TLS.
QJsonObject benchMerge(const Order &order)
{
    app::SystemRandom random;
    const auto first = order.desks.found(order.desks.scratch(QStringLiteral("first")));
    const qint64 same = order.tickets / 20;
    const QVector<Id> tickets = openTickets(*first, 2 * order.tickets - same);
    const auto second = admit(*first, order.desks, QStringLiteral("second"), random);
    Travelled joining;
    hand(*first, *second, joining);
    second->setActor(first->actor());
    const auto each = qsizetype(order.tickets);
    const qint64 before = first->read().position();
    correct(*first, tickets.first(each), QStringLiteral("甲处改"));
    correct(*second, tickets.last(each), QStringLiteral("乙处改"));
    const RecordSize ofFirst = sizeOf(*first, before), ofSecond = sizeOf(*second, before);
    const Travelled merging = travellingOf(*first, *second, before);

    const Connected one(*first, random);
    QElapsedTimer time;
    time.start();
    const Connected other(*second, random, {one.address()});
    const qint64 all = before + ofFirst.entries + ofSecond.entries;
    runUntil([&] { return first->read().position() == all && second->read().position() == all; });
    const qint64 merged_ms = time.elapsed();
    const qint64 baseline_ms = bare_ms(order.desks, merging);
    return {{QStringLiteral("unit"), QStringLiteral("ms")}, {QStringLiteral("figure"), merged_ms},
        {QStringLiteral("baseline"), baseline_ms},
        {QStringLiteral("ratio"), double(merged_ms) / double(std::max<qint64>(baseline_ms, 1))},
        {QStringLiteral("changed_each"), qint64(each)},
        {QStringLiteral("entries"), ofFirst.entries + ofSecond.entries},
        {QStringLiteral("entry_bytes"), ofFirst.bytes + ofSecond.bytes},
        {QStringLiteral("wire_bytes"), one.sentBytes() + other.sentBytes()},
        {QStringLiteral("conflicts"), qint64(first->read().findConflicts().size())},
        {QStringLiteral("bars"),
            QJsonArray{bar(QStringLiteral("merged"), double(merged_ms), 1'000)}}};
}

} // namespace bench
