// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "peers/address.h"
#include "peers/greeting.h"

#include <QVector>

namespace peers
{

/// How it stands with one other desk: what the page of desks and `serve` show.
struct PeerState {
    enum class Stage : quint8 {
        Waiting, ///< not connected; it is called again by itself
        Connecting,
        Pairing, ///< a new desk is being let in
        Exchanging,
        InStep, ///< both hold the same
    };

    Id desk; ///< null until it has said who it is
    QString name; ///< as the register has it
    Address address;
    Side side = Side::Caller; ///< of this desk
    Stage stage = Stage::Waiting;
    qint64 lastContact_ms = 0; ///< 0: none since the start
    qint64 toSend = 0; ///< entries
    qint64 toTake = 0;
    qint64 clockAhead_ms = 0; ///< of its clock, before this desk's
    QString error; ///< why the last connection ended; empty while all is well
    bool isShutOut = false; ///< it ended since the other one says that this desk was revoked

    QString words() const;
    /// For programs.
    QString code() const;
    bool operator==(const PeerState &) const = default;
};

/// Somebody at another computer wants to join the company, and both people compare these digits.
struct PairingRequest {
    quint64 number = 0; ///< by which it is answered
    QString code;
    Id desk;
    Address address;
};

} // namespace peers

Q_DECLARE_METATYPE(peers::PeerState)
Q_DECLARE_METATYPE(peers::PairingRequest)
