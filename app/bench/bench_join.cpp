// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/connected.h"
#include "bench/desk_rows.h"
#include "bench/times.h"
#include "bench/tls_copy.h"

#include "domain/desks.h"
#include "peers/invitation.h"
#include "peers/joining.h"
#include "store/snapshot.h"
#include "store/upkeep.h"

#include <QFileInfo>

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr int remarksOnEach = 5; // with the opening six events for each ticket, about
constexpr qint64 parcelBytes = 256 << 10; // what one transaction of the exchange holds, about

/// A new desk joins the company; gives how long each part took. It stays in `folder`.
class Newcomer
{
public:
    Newcomer(
        const Order &order, Desk &host, const peers::Address &address, bool replays, Random &random)
        : m_host(host)
        , m_folder(order.desks.scratch(replays ? u"replaying"_s : u"beginning"_s))
    {
        const auto code = peers::InvitationCode::fresh(host.secrets().publicKey(), random);
        must(host
                 .submit(InviteDesk{.desk = code.desk(),
                     .tokenHash = domain::hashOfToken(code.token),
                     .until_ms = order.desks.clock().now_ms() + peers::InvitationCode::validFor_ms})
                 .result());
        m_time.start();
        join(order, address, code, replays, random);
        joined_ms = m_time.elapsed();
        m_desk = must(Desk::open(m_folder, order.desks.clock(), random));
        m_desk->read().findRows(Register::Grid, 1);
        usable_ms = m_time.elapsed();
        m_node = std::make_unique<Connected>(*m_desk, random, QVector{address});
        runUntil([&] { return m_desk->read().position() == m_host.read().position(); });
        inStep_ms = m_time.elapsed();
        runUntil([&] {
            return !m_desk->read().database().value("SELECT 1 FROM lacking_keys LIMIT 1").isValid();
        });
        keys_ms = m_time.elapsed();
    }

    void waitForCheck()
    {
        runUntil([&] { return m_desk->trust() != store::Trust::Borrowed; });
        checked_ms = m_time.elapsed();
        if (m_desk->trust() == store::Trust::Broken)
            throw Failed(store::refusalOfBroken());
    }
    store::DeskFolder folder() const { return {m_folder}; }

    qint64 joined_ms = 0, usable_ms = 0, inStep_ms = 0, keys_ms = 0, checked_ms = 0;
    QString whyNotFilled;

private:
    void join(const Order &order, const peers::Address &address, const peers::InvitationCode &code,
        bool replays, Random &random)
    {
        peers::Joining joining(m_folder, order.desks.clock(), random);
        joining.setReplays(replays);
        bool isJoined = false;
        std::optional<Refusal> failure;
        QObject::connect(&joining, &peers::Joining::joined, &joining, [&] { isJoined = true; });
        QObject::connect(&joining, &peers::Joining::failed, &joining,
            [&](const Refusal &why) { failure = why; });
        joining.startInvited(address, code);
        runUntil([&] { return isJoined || failure; });
        must(failure);
        whyNotFilled = joining.whyNotFilled();
    }

    Desk &m_host;
    const QString m_folder;
    QElapsedTimer m_time;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Connected> m_node;
};

/// The very rows that the replay left, in as many transactions, and nothing more.
qint64 bareRows_ms(Desks &desks, const store::DeskFolder &replayed, qint64 transactions)
{
    const QString place = desks.scratch(u"bare.sqlite"_s);
    {
        store::Database database(place, store::Database::Access::ReadWrite);
        store::createTables(database);
    }
    Bare from(replayed.database(), Bare::Access::ReadOnly);
    Bare into(place, Bare::Access::ReadWrite);
    RowWriter writer(into, RowWriter::Text::Later);
    const Reach end = Reach::of(from);
    Times writing;
    Reach after;
    for (qint64 one = 1; one <= transactions; ++one) {
        const Reach upTo{end.entry * one / transactions, end.row * one / transactions,
            end.ticket * one / transactions};
        const DeskRows rows(from, after, upTo);
        writing.take([&] { writer.write(rows); });
        after = upTo;
    }
    return qint64(writing.whole_ms());
}

double ratioOf(qint64 ours_ms, qint64 bare_ms)
{
    return double(ours_ms) / double(std::max<qint64>(bare_ms, 1));
}

} // namespace

/// A new desk joins a company with so many tickets: with the other one's tables, and entry by entry.
QJsonObject benchJoin(const Order &order)
{
    app::SystemRandom random;
    const auto host =
        order.desks.open(order.desks.copyOf(order.desks.withRemarks(order.tickets, remarksOnEach)));
    const auto node = std::make_unique<Connected>(*host, random);
    const RecordSize size = sizeOf(*host);

    qint64 sent = node->sentBytes();
    Newcomer quick(order, *host, node->address(), false, random);
    const qint64 snapshotWire = node->sentBytes() - sent;
    if (!quick.whyNotFilled.isEmpty())
        throw Failed({{}, quick.whyNotFilled, {}, Refusal::Device});
    quick.waitForCheck();
    const QString plain = order.desks.scratch(u"plain.sqlite"_s);
    const auto made = store::makeSnapshot(host->folder(), plain);
    if (const auto *refusal = std::get_if<Refusal>(&made))
        throw Failed(*refusal);
    const qint64 copied_ms = copyThroughTls_ms(plain, order.desks.scratch(u"copied"_s));

    sent = node->sentBytes();
    const Newcomer slow(order, *host, node->address(), true, random);
    const qint64 replayWire = node->sentBytes() - sent;
    const qint64 bare_ms =
        bareRows_ms(order.desks, slow.folder(), std::max<qint64>(size.bytes / parcelBytes, 1));

    const double snapshotRatio = ratioOf(quick.usable_ms, copied_ms),
                 replayRatio = ratioOf(slow.inStep_ms, bare_ms);
    const auto part = [](const Newcomer &one) {
        return QJsonObject{{u"joined_ms"_s, one.joined_ms}, {u"usable_ms"_s, one.usable_ms},
            {u"in_step_ms"_s, one.inStep_ms}, {u"keys_ms"_s, one.keys_ms},
            {u"checked_ms"_s, one.checked_ms}};
    };
    QJsonObject figure = part(quick), replay = part(slow);
    figure.insert(u"wire_bytes"_s, snapshotWire);
    figure.insert(u"file_bytes"_s, QFileInfo(plain).size());
    replay.insert(u"wire_bytes"_s, replayWire);
    replay.insert(u"entry_bytes"_s, size.bytes);
    replay.insert(u"bare_ms"_s, bare_ms);
    return {{u"figure"_s, figure}, {u"replay"_s, replay},
        {u"baseline"_s, QJsonObject{{u"plain_copy_ms"_s, copied_ms}, {u"bare_rows_ms"_s, bare_ms}}},
        {u"ratio"_s, rounded(snapshotRatio)}, {u"entries"_s, size.entries},
        {u"events"_s, size.events},
        {u"bars"_s,
            QJsonArray{bar(u"snapshot beside a plain copy"_s, snapshotRatio, 3),
                bar(u"replay beside bare rows"_s, replayRatio, 2)}}};
}

} // namespace bench
