// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/peer_book.h"

namespace store
{

QVector<KnownPeer> findKnownPeers(Database &database)
{
    QVector<KnownPeer> peers;
    Statement each(database.handle(), "SELECT desk, address, last_contact FROM peers");
    while (each.step())
        peers.append({each.id(0), each.text(1), each.integer(2)});
    return peers;
}

void keepPeers(Database &database, const QVector<KnownPeer> &peers)
{
    for (const KnownPeer &peer : peers) {
        database
            .prepared("INSERT INTO peers VALUES(?,?,?) ON CONFLICT(desk) DO UPDATE SET "
                      "address=excluded.address, last_contact=excluded.last_contact")
            .bind(1, peer.desk)
            .bind(2, peer.address)
            .bind(3, peer.lastContact_ms)
            .run();
    }
}

} // namespace store
