// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/pairing_search.h"

namespace peers
{

namespace
{
constexpr qsizetype most = 8; ///< more than anybody can choose among
}

PairingSearch::PairingSearch(domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_beacon(pairingCall(), {}, 0, random)
{
    connect(&m_beacon, &Beacon::found, this, [this](const domain::Id &desk, const Address &at) {
        // A desk with several network cards is heard on each; the first that was heard does.
        if (m_desks.contains(desk) || m_found.contains(at) || m_found.size() >= most)
            return;
        m_desks.append(desk);
        m_found.append(at);
        Q_EMIT changed();
    });
}

} // namespace peers
