// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QByteArray>

#include <optional>

namespace peers
{

using domain::Id;

/// What a desk says into the local network: "a desk of the company that you know listens on this port". The company and the desk
/// are hidden from strangers: the datagram carries a nonce, the desk's id masked by a hash that only those can compute who know
/// the company's founding hash, and a hash that says that it is whole. 59 bytes, and nothing else is read.
struct BeaconDatagram {
    static constexpr qsizetype size = 59;

    Id desk;
    quint16 port = 0;

    QByteArray encode(const QByteArray &founding, const QByteArray &nonce) const;
    /// Nothing for what isn't one, or is another company's.
    static std::optional<BeaconDatagram> decode(
        const QByteArray &bytes, const QByteArray &founding);
};

} // namespace peers
