// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace peers
{

/// How a desk stands with the hub, for people.
struct HubState {
    enum Phase : quint8 {
        Off,
        Connecting,
        Exchanging, ///< entries are on their way
        InStep, ///< both hold the same; what comes goes on at once
        Waiting, ///< the connection failed; tried again by itself
        Refused, ///< it says no; tried again now and then
    };

    Phase phase = Off;
    QString host; ///< the one connected to, or all that were tried
    qint64 behind = 0; ///< entries that the hub holds and this desk doesn't yet
    qint64 pushed = 0, pulled = 0; ///< since the start
    int retry_ms = 0; ///< when waiting
    QString trouble; ///< the last error
    QStringList faults; ///< what the hub said that isn't so, or what contradicts
    QString text() const; ///< all of it in a line

    bool operator==(const HubState &) const = default;
};

} // namespace peers

Q_DECLARE_METATYPE(peers::HubState)
