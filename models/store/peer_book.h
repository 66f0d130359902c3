// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql.h"

#include <QVector>

namespace store
{

/// When this desk last heard another one, and where that one was then: what it remembers over a night, so that people
/// read "not reached since yesterday 17:40" and not "not reached". No part of the record.
struct KnownPeer {
    domain::Id desk;
    QString address;
    qint64 lastContact_ms = 0;

    bool operator==(const KnownPeer &) const = default;
};

/// Both throw SqlFailure.
QVector<KnownPeer> findKnownPeers(Database &database);
void keepPeers(Database &database, const QVector<KnownPeer> &peers);

} // namespace store
