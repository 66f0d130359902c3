// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/node_setup.h"

#include <QObject>
#include <QThread>

namespace peers
{

class Switchboard;

/// The desk among the others: listens, calls fixed addresses and those that the beacon finds, and keeps all in step. It works on
/// a thread of its own, so that no network ever makes a window wait; what it says arrives on the thread that made it.
class Node : public QObject
{
    Q_OBJECT
public:
    Node(const NodeSetup &setup, const domain::Clock &clock, domain::Random &random,
        QObject *parent = nullptr);
    ~Node() override;

    void start();
    /// This desk has committed something.
    void somethingNew();
    void call(const Address &address);
    /// Whether people stand ready to compare codes with a new desk.
    void setPairing(bool isOpen);
    /// The codes are the same, and the desk is to be called so; whoever asks must have signed in as an administrator.
    void answerPairing(quint64 number, const domain::AdmitDesk &as);
    void refusePairing(quint64 number);

    const QVector<PeerState> &states() const { return m_states; }

Q_SIGNALS:
    void listening(const QVector<peers::Address> &addresses);
    void failed(const domain::Refusal &why);
    /// states() has something new to say.
    void changed();
    void pairingAsked(const peers::PairingRequest &request);
    /// The two people are done, or the other side has gone; `why`: where the desk wasn't let in.
    void pairingEnded(quint64 number, bool isAdmitted, const domain::Refusal &why);

private:
    template <typename Work> void onBoard(Work work);

    QThread m_thread;
    Switchboard *m_board;
    QVector<PeerState> m_states;
};

} // namespace peers
