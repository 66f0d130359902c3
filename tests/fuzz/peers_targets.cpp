// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include "peers/frame_reader.h"
#include "peers/session.h"
#include "support/memory_exchange.h"

namespace fuzz
{

using namespace peers;
using support::MemoryCompany;
using support::MemoryExchange;

namespace
{

/// A script for a session, of steps: what, length (2 bytes, little endian), and that many bytes.
enum Step : quint8 { Bytes, Framed, Pass, Write, Settle, Steps };

QByteArray step(Step what, const QByteArray &with)
{
    QByteArray bytes(1, char(what));
    bytes += char(with.size() & 0xff);
    bytes += char(with.size() >> 8);
    return bytes + with;
}

QByteArray framed(const Frame &frame)
{
    return step(Framed, encodeFrame(frame).sliced(4));
}

QByteArray withLength(const QByteArray &body)
{
    QByteArray bytes(2, '\0');
    bytes += char(body.size() >> 8);
    bytes += char(body.size() & 0xff);
    return bytes + body;
}

constexpr Limits limits{.window = 3, .parcelBytes = 4'096};

/// A desk that is talked to, and what it must never do.
struct Listener {
    Listener()
        : session(desk, {}, limits, [this](const QByteArray &bytes) { hear(bytes); })
    {
        desk.write(3);
        session.start(0);
    }

    void hear(const QByteArray &bytes)
    {
        demand(!session.hasEnded(), "a session that speaks after its end");
        said += bytes.size();
    }

    void take(Step what, const QByteArray &with)
    {
        if (what == Bytes)
            session.receive(with);
        else if (what == Framed)
            session.receive(withLength(with));
        else if (what == Pass)
            session.tick(now_ms += 1'000 * (with.isEmpty() ? 1 : quint8(with[0])));
        else if (what == Settle)
            desk.settleOne();
        else if (desk.count() < 200) {
            desk.write(1);
            session.somethingNew();
        }
        demand(desk.waiting() <= limits.window, "more being kept than was agreed");
    }

    MemoryCompany company;
    MemoryExchange peer{company, "a"}, desk{company, "b"};
    qint64 now_ms = 0, said = 0;
    Session session;
};

} // namespace

void runFrames(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    const qsizetype piece = 1 + quint8(bytes[0]);
    FrameReader reader(1 << 16);
    for (qsizetype at = 1; at < bytes.size() && !reader.fault(); at += piece) {
        QByteArrayView rest = QByteArrayView(bytes).sliced(at, qMin(piece, bytes.size() - at));
        while (!rest.isEmpty() && !reader.fault()) {
            const auto frame = reader.take(rest);
            if (!frame || std::holds_alternative<UnknownFrame>(*frame))
                continue;
            const QByteArray again = encodeFrame(*frame);
            const auto back = decodeFrame(again.sliced(4));
            demand(std::holds_alternative<Frame>(back), "a frame that can't be read back");
            demand(encodeFrame(std::get<Frame>(back)) == again, "a frame that changes on its way");
        }
    }
}

void runSession(const QByteArray &bytes)
{
    Listener listener;
    listener.desk.isSlow = !bytes.isEmpty() && bytes[0] & 1;
    qsizetype at = 1;
    qint64 heard = 0;
    for (int steps = 0; at + 3 <= bytes.size() && steps < 300; ++steps) {
        const auto what = Step(quint8(bytes[at]) % Steps);
        const auto length = quint8(bytes[at + 1]) | quint8(bytes[at + 2]) << 8;
        const QByteArray with = bytes.mid(at + 3, length);
        at += 3 + with.size();
        heard += with.size();
        listener.take(what, with);
    }
    // A window of parcels, and for what came no more than a few times as much.
    demand(listener.said < 100'000 + 200 * limits.parcelBytes + 20 * heard,
        "a session that talks without end");
    if (bytes.size() % 2)
        listener.session.part();
    listener.desk.settle();
}

QList<QByteArray> frameSeeds()
{
    MemoryCompany company;
    MemoryExchange a(company, "a");
    a.write(2);
    const QByteArray hash(32, 'h');
    const QList<Frame> frames{Hello{.who = a.introduction()},
        Entries{1, 5, a.next({}, a.desk(), 4'096)}, Acknowledged{1, a.heads()}, CaughtUp{},
        Forked{a.feed(), 1, hash}, LackingKeys{{a.feed(), a.desk()}}, Keys{2, {{a.desk(), "box"}}},
        Bye{1, QStringLiteral("bye")}, Ping{}, Pong{}, SnapshotAsked{hash, 7},
        SnapshotPart{hash, 0, 3, "abc"}, FileAsked{hash, 0}, FilePart{hash, 0, 3, "abc"},
        HashAsked{a.feed(), 1}, HashTold{a.feed(), 1, hash}};
    QList<QByteArray> seeds;
    QByteArray all(1, '\x10');
    for (const Frame &frame : frames) {
        seeds += '\xff' + encodeFrame(frame);
        all += encodeFrame(frame);
    }
    return seeds << all;
}

QList<QByteArray> sessionSeeds()
{
    Listener listener;
    MemoryExchange &peer = listener.peer;
    peer.write(4);
    const QByteArray slow(1, '\1'), quick(1, '\0'),
        hello = framed(Hello{.who = peer.introduction()});
    const QByteArray first = framed(Entries{1, 2, peer.next({}, listener.desk.desk(), 700)});
    record::Heads known;
    known.advance(peer.feed(), 2);
    const QByteArray second = framed(Entries{2, 0, peer.next(known, listener.desk.desk(), 4'096)});
    const QByteArray acknowledged = framed(Acknowledged{1, listener.desk.heads()});
    const QByteArray tail = step(Write, {}) + step(Pass, "\x15") + framed(Pong())
        + framed(CaughtUp()) + step(Settle, {});
    return {quick + hello + first + acknowledged + second + tail,
        slow + hello + first + second + step(Settle, {}) + acknowledged + step(Settle, {}) + tail,
        quick + hello + framed(LackingKeys{{domain::Id::named("customer")}})
            + framed(Forked{listener.desk.feed(), 2, QByteArray(32, 'f')})
            + framed(HashAsked{listener.desk.feed(), 1})
            + framed(HashTold{listener.desk.feed(), 1, QByteArray(32, 'g')}) + tail,
        quick + framed(Bye{4, QStringLiteral("no")}),
        quick + step(Bytes, encodeFrame(Hello{.who = peer.introduction()}).first(20))
            + step(Pass, "\xff")};
}

} // namespace fuzz
