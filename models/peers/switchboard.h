// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/backoff.h"
#include "peers/node_setup.h"
#include "peers/talk.h"

#include <QTcpServer>

#include <vector>

namespace peers
{

class Beacon;

/// The part of a node that works: it listens, calls, keeps one connection for each peer, and knows how it stands with all of
/// them. Lives on the node's thread.
class Switchboard : public QObject
{
    Q_OBJECT
public:
    Switchboard(NodeSetup setup, const domain::Clock &clock, domain::Random &random);
    ~Switchboard() override;

    void start();
    /// Says good-bye to everybody.
    void close();
    void somethingNew();
    void call(const Address &address);
    /// Whether people stand ready to compare codes with whoever calls.
    void setPairing(bool isOpen);
    void answerPairing(quint64 number, const domain::AdmitDesk &as);
    void refusePairing(quint64 number);

Q_SIGNALS:
    void listening(const QVector<peers::Address> &addresses);
    void failed(const domain::Refusal &why);
    void statesChanged(const QVector<peers::PeerState> &states);
    void pairingAsked(const peers::PairingRequest &request);
    /// The two people are done, or the other side has gone; `why`: where the desk wasn't let in.
    void pairingEnded(quint64 number, bool isAdmitted, const domain::Refusal &why);

private:
    /// Somebody who is called until there is a connection.
    struct Target {
        Address address;
        bool isFixed = true; ///< else found by the beacon, and forgotten when it falls silent
        Id desk; ///< once known
        Backoff backoff;
        qint64 nextCall_ms = 0;
        qint64 heard_ms = 0; ///< of a found one: when its beacon was last heard
        qint64 lastContact_ms = 0;
        QString error;
        bool isShutOut = false;
        Talk *talk = nullptr;
    };
    struct Line {
        Talk *talk;
        quint64 number;
    };

    bool listen(const Address &address);
    void startBeacon();
    void takeIncoming(qintptr descriptor);
    bool hasRoomFor(const Talk *talk) const;
    Talk *addTalk();
    void greeted(Talk *talk);
    void ended(Talk *talk, const domain::Refusal &why);
    Objection judge(const Greeted &greeted);
    Talk *otherTalkWith(const Talk *talk) const;
    Talk *findTalk(quint64 number) const;
    quint64 numberOf(const Talk *talk) const;
    bool isConnectedTo(const Id &desk) const;
    void found(const Id &desk, const Address &address);
    void callWhoIsDue();
    void tick();
    void tellSoon();
    void tellStates();
    QString nameOf(const Id &desk);

    const NodeSetup m_setup;
    const domain::Clock &m_clock;
    domain::Random &m_random;
    std::unique_ptr<NodeDesk> m_desk;
    std::unique_ptr<LinkTerms> m_terms;
    std::vector<std::unique_ptr<QTcpServer>> m_servers;
    std::unique_ptr<Beacon> m_beacon;
    QVector<Line> m_lines;
    quint64 m_lastNumber = 0;
    std::vector<Target> m_targets;
    QTimer m_timer;
    QTimer m_telling; ///< what changes at once is told once
    QVector<PeerState> m_told;
    bool m_isPairing = false;
    std::unique_ptr<Beacon> m_pairingBeacon; ///< while they do
};

} // namespace peers
