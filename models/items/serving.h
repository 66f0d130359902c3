// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/refusal.h"

#include <QObject>
#include <QStringList>
#include <QVector>

#include <optional>

namespace items
{

/// How this desk stands with one other desk, by what its connections say.
struct Contact {
    enum class Way : quint8 {
        None,
        Network, ///< found by its beacon
        Address, ///< one of the fixed addresses
        Incoming, ///< the other one called
    };
    enum class Stage : quint8 { Waiting, Connecting, Pairing, Exchanging, InStep };

    domain::Id desk; ///< null until it has said who it is
    Way way = Way::None;
    Stage stage = Stage::Waiting;
    QString address;
    qint64 lastContact_ms = 0; ///< 0: none that anybody remembers
    qint64 toSend = 0, toTake = 0; ///< entries
    qint64 clockAhead_ms = 0; ///< of its clock, before this desk's
    QString error; ///< why the last connection ended; empty while all is well
    bool isShutOut = false; ///< it says that this desk was revoked

    bool operator==(const Contact &) const = default;
};

/// The same with the hub.
struct HubContact {
    enum class Phase : quint8 { Off, Connecting, Exchanging, InStep, Waiting, Refused };

    Phase phase = Phase::Off;
    QString host;
    qint64 behind = 0;
    qint64 pushed = 0, pulled = 0; ///< since the start
    qint64 lastContact_ms = 0;
    QString trouble;
    QStringList faults;

    bool operator==(const HubContact &) const = default;
};

/// What an administrator sets for this desk alone. It is no part of the record.
struct ServingSettings {
    bool isServing = true; ///< others may call this desk
    bool hasBeacon = true; ///< finds desks in the local network, and is found
    quint16 port = 0; ///< 0: by itself, the same as the last time where it is free
    QStringList addresses; ///< of desks that are called, HOST:PORT
    qint64 kibPerSecond = 0; ///< how much is sent at most; 0: as much as the line takes
    QString hub; ///< its address, perhaps with a password; empty: none

    bool operator==(const ServingSettings &) const = default;
};

/// The code of an invitation with what the record is told of it.
struct Invitation {
    QString code; ///< what the person at the new desk types
    domain::InviteDesk command;
};

/// Somebody at another computer wants to join, and both people compare these digits.
struct PairingCall {
    quint64 number = 0; ///< by which it is answered
    QString digits;
    QString address;
};

/// A desk among the others, as its window sees it: how it stands, what is set, and what may be asked of it. What the window is put
/// together with does it over the network; this one keeps to itself, as a desk does that nobody connects.
class Serving : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QVector<Contact> contacts() const { return {}; }
    virtual HubContact hub() const { return {}; }
    /// Where this desk is called, HOST:PORT; empty while it isn't.
    virtual QStringList heardAt() const { return {}; }
    /// What stands in the way of being called or of the settings; the rest goes on.
    virtual std::optional<domain::Refusal> trouble() const { return {}; }
    /// Since when it works.
    virtual qint64 since_ms() const { return 0; }

    /// The hub's address as everybody may see it, without user and password.
    virtual QString shownHub() const { return {}; }
    virtual ServingSettings settings() const { return {.isServing = false, .hasBeacon = false}; }
    /// Nothing is changed where something is refused; the refusal names the member.
    virtual std::optional<domain::Refusal> apply(const ServingSettings &) { return {}; }

    virtual Invitation freshInvitation() { return {}; }
    /// Whether people stand ready to compare digits with a new desk.
    virtual void setPairing(bool) { }
    /// The digits are the same, and the desk is to be called so.
    virtual void answerPairing(quint64, const domain::AdmitDesk &) { }
    virtual void refusePairing(quint64) { }

Q_SIGNALS:
    void changed();
    void pairingAsked(const items::PairingCall &call);
    /// Admitted, or why not.
    void pairingEnded(quint64 number, const std::optional<domain::Refusal> &why);
};

} // namespace items
