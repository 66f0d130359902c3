// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "items/serving.h"
#include "store/parked.h"

namespace items
{

/// How one desk of the company stands, as this desk knows it.
enum class DeskStanding : quint8 {
    Own, ///< this very desk
    InStep,
    Exchanging, ///< connected, and something is still on its way
    Connecting,
    NotReached,
    OverHub, ///< not reached itself; what it hands to the hub comes from there
    Invited,
    Lapsed, ///< invited, and never came
    Revoked,
};

/// One line of the list of desks: a desk, or the hub.
struct DeskLine {
    bool isHub = false;
    bool isOwn = false;
    domain::Id desk; ///< null: the hub
    QString name;
    QString prefix; ///< how its tickets' numbers begin
    QString scope; ///< a code of its list
    QString grids;
    DeskStanding standing = DeskStanding::NotReached;
    qint64 invitedUntil_ms = 0, revoked_ms = 0;
    QString reason; ///< of the revocation
    Contact contact; ///< the best of several
    HubContact hub;
    qint64 waiting = 0; ///< entries of this desk that wait for earlier ones
    qint64 writtenTwice_ms = 0; ///< since when two computers wrote as this desk; 0: never
    bool isTwofold = false; ///< and not long ago, so that they may still do

    bool isConnected() const
    {
        return standing == DeskStanding::InStep || standing == DeskStanding::Exchanging;
    }
    /// Its clock and this one's differ so much that due times and the order of lists suffer.
    bool isClockOff() const;
    /// Let in, and neither shut out nor this one.
    bool isOther() const;
    bool operator==(const DeskLine &) const = default;
};

/// Pure: a desk's line from its row of the register, from what the connections say of it, and from what stands aside.
DeskLine lineOf(const domain::RegisterRow &row, const domain::Id &own,
    const QVector<Contact> &contacts, const HubContact &hub, const store::Parked &parked,
    qint64 now_ms);
DeskLine hubLine(const HubContact &hub);

/// What the status line says in a word: how this desk stands with all the others together.
struct SyncSummary {
    enum Kind : quint8 {
        Alone, ///< the company has no other desk, and no hub
        InStep,
        Behind, ///< entries are on their way here
        NotReached,
        HubNotReached, ///< in step with desks, but not with the hub
        Twofold, ///< two computers wrote as one desk: somebody has to look
        ShutOut, ///< this desk was revoked
    } kind = Alone;
    int inStep = 0; ///< desks
    bool isHubInStep = false;
    qint64 entries = 0; ///< behind
    qint64 since_ms = 0; ///< not reached

    bool operator==(const SyncSummary &) const = default;
};

/// `since_ms`: when the program began to call the others.
SyncSummary summaryOf(const QVector<DeskLine> &lines, qint64 since_ms);

} // namespace items

Q_DECLARE_METATYPE(items::DeskLine)
