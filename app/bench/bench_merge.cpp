// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include "store/entry_reader.h"
#include "store/schema.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"

#include <QDir>
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

std::unique_ptr<Desk> admit(Desk &first, Desks &desks, app::SystemRandom &random)
{
    const store::DeskFolder place{desks.scratch(QStringLiteral("second"))};
    QDir().mkpath(place.path);
    const store::Secrets secrets = store::Secrets::fresh(desks.clock().now_ms(), random);
    must(store::saveSecrets(place, secrets, random));
    {
        store::Database database(place.database(), store::Database::Access::ReadWrite);
        store::createTables(database);
    }
    must(first.submit(AdmitDesk{.desk = secrets.desk, .publicKey = secrets.publicKey()}).result());
    return must(Desk::open(place.path, desks.clock(), random));
}

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

/// Two desks change as many tickets each as are asked for, one in twenty of them the same, and meet.
QJsonObject benchMerge(const Order &order)
{
    app::SystemRandom random;
    const auto first = order.desks.found(order.desks.scratch(QStringLiteral("first")));
    const qint64 same = order.tickets / 20;
    const QVector<Id> tickets = openTickets(*first, 2 * order.tickets - same);
    const auto second = admit(*first, order.desks, random);
    Travelled joining;
    hand(*first, *second, joining);
    second->setActor(first->actor());
    const auto each = qsizetype(order.tickets);
    correct(*first, tickets.first(each), QStringLiteral("甲处改"));
    correct(*second, tickets.last(each), QStringLiteral("乙处改"));

    Travelled merging;
    QElapsedTimer time;
    time.start();
    hand(*first, *second, merging);
    hand(*second, *first, merging);
    const qint64 merged_ms = time.elapsed();
    const qint64 baseline_ms = bare_ms(order.desks, merging);
    qint64 entries = 0;
    for (const record::Parcel &parcel : std::as_const(merging.parcels))
        entries += parcel.entries.size();
    return {{QStringLiteral("unit"), QStringLiteral("ms")}, {QStringLiteral("figure"), merged_ms},
        {QStringLiteral("baseline"), baseline_ms},
        {QStringLiteral("ratio"), double(merged_ms) / double(std::max<qint64>(baseline_ms, 1))},
        {QStringLiteral("changed_each"), qint64(each)}, {QStringLiteral("entries"), entries},
        {QStringLiteral("bytes"), merging.bytes},
        {QStringLiteral("conflicts"), qint64(first->read().findConflicts().size())}};
}

} // namespace bench
