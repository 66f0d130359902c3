// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/node_desk.h"
#include "peers/peer_state.h"

#include <atomic>

namespace peers
{

/// How a node is to connect its desk.
struct NodeSetup {
    Id desk;
    QByteArray signingSeed;
    /// Called once, on the node's thread.
    std::function<std::unique_ptr<NodeDesk>()> makeDesk;
    QVector<Address> listen; ///< port 0: whichever is free
    QVector<Address> peers; ///< fixed addresses, called until they answer
    bool beacon = false; ///< finds desks of the company in the local network, and is found
    qint64 bytesPerSecond = 0; ///< how much is sent at most; 0: as much as the line takes

    std::shared_ptr<std::atomic<qint64>> sent =
        {}; ///< counts what goes out on the wire; null: nobody asks

    qint64 greetingWithin_ms = 10'000;
    qint64 takingWithin_ms = 30'000;
    int mostStrangers = 32; ///< connections that haven't proven themselves, at once
    int mostStrangersFromOne = 8; ///< of these, from one address
};

} // namespace peers
