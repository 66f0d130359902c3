// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/ending.h"
#include "peers/flights.h"
#include "peers/frame_reader.h"
#include "peers/key_questions.h"
#include "peers/pulse.h"

#include <QCoreApplication>

#include <memory>

namespace peers
{

/// One side of the exchange between two desks, from greeting to parting; both sides are alike. It knows no sockets and no clock:
/// bytes and time are handed in, bytes go out through `send`. Each side sends in numbered parcels what the other lacks, a few ahead of the
/// acknowledgements, and acknowledges what has become durable; so a session may break anywhere, and the next one goes on from what
/// both hold. Whoever
/// owns it hands in no more bytes while much of what it said still waits for the line, so that a peer that asks but doesn't read gets
/// no further. Belongs to the thread of its Exchange. Its owner must not destroy it from within one of its own calls out, but may while
/// a parcel is being kept.
class Session
{
    Q_DECLARE_TR_FUNCTIONS(peers::Session)
public:
    using Send = std::function<void(const QByteArray &)>;

    enum class Phase : quint8 { Greeting, CatchingUp, InStep, Ended };

    struct State {
        Phase phase = Phase::Greeting;
        qint64 toSend = 0; ///< entries that the peer lacks or hasn't acknowledged
        qint64 toCome = 0; ///< entries that it still has for this desk, as it said
        std::optional<Ending> ending;
        domain::Refusal refusal; ///< why it ended

        QString words() const;
    };

    struct Traffic {
        qint64 bytesIn = 0, bytesOut = 0; ///< on the wire
        qint64 entriesIn = 0, entriesOut = 0;
        qint64 entryBytesIn = 0, entryBytesOut = 0; ///< of the entries with their signatures alone
        qint64 keysIn = 0, keysOut = 0;
        qint64 fresh = 0; ///< entries that came and weren't known here
    };

    /// A feed that both hold, with different entries from some place on. Where that is they ask each other, halving what
    /// lies between the last place known to be the same and the first known not to be. Until then nothing of it goes out.
    struct Fork {
        qint64 same = 0; ///< up to here both hold the same
        qint64 different = 0; ///< and here not any more

        qint64 middle() const { return same + (different - same) / 2; }
    };

    /// `expected`: the desk whose key the connection has proved; null where nothing is known beforehand.
    Session(Exchange &exchange, const Id &expected, const Limits &limits, Send send);

    /// Instead of entries a snapshot is asked for in this session, which ends with it. Before start().
    void wantSnapshot() { m_wantsSnapshot = true; }
    void start(qint64 now_ms);
    void receive(const QByteArray &bytes);
    /// This desk has committed or taken in entries.
    void somethingNew();
    /// To be called every second or so.
    void tick(qint64 now_ms);
    /// Says good-bye, if there is somebody to hear it.
    void part(Ending ending = Ending::Parted, const QString &detail = {});

    State state() const;
    bool hasEnded() const { return m_ending.has_value(); }
    Id peer() const { return m_peer.desk; }
    const Introduction &peerIntroduction() const { return m_peer; }
    /// How far the peer's clock was ahead of this desk's when they greeted each other; 0 where one didn't say.
    qint64 clockAhead_ms() const;
    /// What the peer is known to hold.
    const record::Heads &peerHeads() const { return m_held; }
    const Traffic &traffic() const { return m_traffic; }

    /// Called when the state may have changed.
    void onChanged(std::function<void()> changed) { m_changed = std::move(changed); }
    /// Snapshots and files are other people's business: gets their frames, says false to one that nobody asked for.
    void onOther(std::function<bool(const Frame &)> other) { m_other = std::move(other); }
    void say(const Frame &frame);

private:
    void handle(const Frame &frame);
    void on(const Hello &hello);
    void on(const Entries &entries);
    void on(const Acknowledged &acknowledged);
    void on(const CaughtUp &);
    void on(const Forked &forked);
    void on(const HashAsked &question);
    void on(const HashTold &answer);
    void on(const LackingKeys &question);
    void on(const Keys &keys);
    void on(const Bye &bye);
    void on(const Ping &);
    void on(const Pong &);
    void on(const UnknownFrame &unknown);
    void onOtherFrame(const Frame &frame);

    std::optional<Ending> unfit(const Hello &hello) const;
    void greet(const Hello &hello);
    bool isStillAdmitted();
    void compare(const Id &feed, const record::Heads::Head &theirs);
    void lookForParting(const Id &feed, qint64 different);
    void askFurther();
    void askHalfWay();
    void ask(const Frame &question);

    void sendWhatIsLacking();
    bool mayDepart() const;
    bool sendParcel();
    bool sendKeys();
    bool mayCome(qint64 number);
    std::optional<QVector<Id>> takeNote(const QVector<record::SignedEntry> &entries);
    void keep(qint64 number, const record::Parcel &parcel, const QVector<Id> &feeds);
    void kept(qint64 number, const QVector<Id> &feeds, const store::Receipt &receipt);
    void askForKeys();
    qint64 lackedBy(const record::Heads &theirs) const;
    void lookAtHeads() { m_heads = m_exchange.heads(); }

    void end(Ending ending, const QString &detail);
    void ended(Ending ending, const domain::Refusal &refusal);
    void faulty(const QString &detail) { end(Ending::Faulty, detail); }
    void changed();

    Exchange &m_exchange;
    const Id m_expected;
    const Limits m_limits;
    const Send m_send;
    std::function<void()> m_changed;
    std::function<bool(const Frame &)> m_other;

    FrameReader m_reader{maximumHelloBytes};
    Pulse m_pulse;
    Introduction m_own, m_peer; ///< as they were at the greeting
    record::Heads m_heads; ///< what this desk holds, as last looked
    qint64 m_newest = 0; ///< the newest protocol that the peer speaks
    bool m_isGreeted = false;
    bool m_wantsSnapshot = false;
    bool m_isForSnapshot = false; ///< one of the two wants one, so that neither sends entries

    int m_window = 0; ///< how many parcels may be under way to the peer
    qsizetype m_parcelBytes = 0;
    record::Heads m_known; ///< what the peer holds or is under way to it
    record::Heads m_held; ///< what it holds, by its own words
    Flights m_flights;
    std::optional<QVector<Id>> m_question; ///< for keys, of the peer, not yet answered
    bool m_isSending = false;
    bool m_isDrained = false; ///< nothing was left to send when last looked
    bool m_hasSaidCaughtUp = false;
    bool m_hasBeenInStep = false;

    qint64 m_numberIn = 0;
    int m_beingKept = 0;
    qint64 m_bytesKept = 0;
    qint64 m_toCome = 0;
    bool m_isPeerThrough = false;
    KeyQuestions m_keys;

    QHash<Id, Fork> m_forks; ///< by feed, until it is known where they part
    Id m_parting; ///< the one of them that is asked about
    bool m_isAskDue = false; ///< about that one, with the next second
    int m_asked = 0; ///< questions in this second
    qint64 m_asked_ms = 0; ///< when the last one went out
    Traffic m_traffic;
    std::optional<Ending> m_ending;
    domain::Refusal m_refusal;
    /// A parcel may become durable when the session is gone; it sees so by this.
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace peers
