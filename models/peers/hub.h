// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "peers/hub_notice.h"
#include "peers/hub_pull.h"
#include "peers/hub_state.h"
#include "peers/hub_url.h"
#include "peers/hub_watch.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace peers
{

struct HubLink;
struct HubFailure;
struct HubPiece;

/// As whom the hub is known to Exchange: no desk has this id.
Id hubPeer();

/// How fast and how patient; tests have less time than a company.
struct HubPace {
    int firstRetry_ms = 500, longestRetry_ms = 60'000;
    int patience_ms = 30'000; ///< for one statement
    int look_ms = 60'000; ///< how often everything is compared although notices come
    int poll_ms = 5'000; ///< the same where the engine has no notices
    int beat_ms = 1'000; ///< how often the connection is felt for
    qsizetype bytes = 1 << 20; ///< of one helping, about
    bool listens = true; ///< to notices, where there are any
};

/// The hub as a desk's peer: a PostgreSQL that holds all signed entries and every desk's sealed keys and can read or change nothing
/// in them unseen. Pushes what it lacks, pulls what this desk lacks (causes first), goes on live, and comes back
/// by itself after every break. Its calls block on the database, so that it lives in a thread of its own (HubRunner), together with
/// the exchange that it is given; one that meets the hub once needs no thread.
class Hub : public QObject
{
    Q_OBJECT

public:
    /// `desks`: those for whom keys may be laid out in the hub. The exchange must outlive this.
    Hub(Exchange &exchange, HubUrl url, std::function<QVector<Id>()> desks,
        const HubPace &pace = {}, QObject *parent = nullptr);
    ~Hub() override;

    void start();
    void stop();
    /// This desk has new entries.
    void wake();
    /// Ends the statement under way, for an owner on another thread that wants to end this without waiting for it.
    void interrupt() { m_brake.pull(); }
    const HubState &state() const { return m_state; }

Q_SIGNALS:
    void changed(const peers::HubState &state);
    /// Nothing is left on either side.
    void inStep();
    /// A connection failed or was refused. It is tried again by itself.
    void broke(const domain::Refusal &why);

private:
    void guarded(const std::function<void()> &work);
    void connectNow();
    void listen();
    void hear(const HubNotice &notice);
    void drop();
    void breakOff(HubState::Phase phase, const domain::Refusal &why);
    void setPhase(HubState::Phase phase);
    void feel();
    void failed(const HubFailure &failure);

    // hub_round.cpp: one step after the other, with the event loop between them.
    void goOn();
    void step();
    void lookAtAll();
    void lookAtNews();
    void compare(const HubHeads &hub, const record::Heads &mine);
    bool pushSome();
    bool pullSome();
    bool exchangeKeys();
    void answerOthers();
    void announce(const HubNotice &notice);

    // hub_taking.cpp
    void takeNext();
    void taken(const HubPiece &piece, const store::Receipt &receipt);
    void forgetErased(const QVector<HubRow> &rows);
    void nameFaults();
    void differs(const Id &feed, const HubFeed &there, qint64 sequence, qint64 goal);
    void report(const QString &fault);

    Exchange &m_exchange;
    const HubUrl m_url;
    const std::function<QVector<Id>()> m_desks;
    const HubPace m_pace;
    const Id m_self;
    HubState m_state;
    std::unique_ptr<HubLink> m_link;
    HubBrake m_brake;
    QTimer m_step, m_retry, m_beat, m_look, m_answer;
    int m_failures = 0; ///< since both were in step
    int m_again = 0;
    int m_beats = 0;
    quint64 m_round =
        0; ///< of connections, so that a late answer isn't taken for one to this connection's question
    bool m_isTaking = false;
    bool m_lookDue = false, m_keysDue = false, m_answersDue = false;
    QHash<Id, qint64> m_news; ///< of these feeds others put entries there
};

} // namespace peers
