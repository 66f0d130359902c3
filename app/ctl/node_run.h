// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include "peers/node_setup.h"

#include <QEventLoop>
#include <QMap>

namespace app
{
class OnlineKeeper;
}

namespace peers
{
class Node;
}

namespace ctl
{

/// One run of the tool as a desk among the others: until it is asked to end, or until it is in step with whom it called.
/// Prints a line for each change of how it stands with a peer.
class NodeRun
{
public:
    explicit NodeRun(Session &session);
    ~NodeRun();

    peers::NodeSetup setup;
    bool isQuiet = false; ///< prints nothing
    bool asksOnline = false; ///< the online services too, by their intervals
    bool endsInStep = false; ///< once in step, or as soon as the peer can't be reached

    /// The exit code; a failure is thrown as an Exit.
    int run();

private:
    void printListening(const QVector<peers::Address> &addresses);
    void changed();
    void printChanges(const QVector<peers::PeerState> &states);
    std::unique_ptr<app::OnlineKeeper> makeOnlineKeeper();
    void judgeOnce(const peers::PeerState &state);
    QJsonObject json(const peers::PeerState &state) const;
    void fail(const domain::Refusal &why);
    /// Nothing may be thrown through the event loop.
    template <typename Work> void guarded(Work work);

    Session &m_session;
    Desk &m_desk;
    QEventLoop m_loop;
    QMap<QString, peers::PeerState> m_printed; ///< by address and direction
    std::optional<Exit> m_exit;
    std::unique_ptr<peers::Node> m_node;
};

} // namespace ctl
