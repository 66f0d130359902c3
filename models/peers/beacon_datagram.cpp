// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/beacon_datagram.h"

#include "peers/greeting.h"

#include <QtEndian>

namespace peers
{

namespace
{

// magic 8, version 1, nonce 16, masked desk 16 and port 2, check 16
constexpr QByteArrayView magic("griddesk\1", 9);
constexpr qsizetype nonceLength = 16, idLength = 16, maskedLength = 18, checkLength = 16;
static_assert(BeaconDatagram::size == magic.size() + nonceLength + maskedLength + checkLength);

QByteArray masked(const QByteArray &body, const QByteArray &founding, const QByteArray &nonce)
{
    const QByteArray mask = hashOfParts("griddesk beacon mask", {founding, nonce});
    QByteArray result = body;
    for (qsizetype at = 0; at < result.size(); ++at)
        result[at] = char(result[at] ^ mask[at]);
    return result;
}

QByteArray checkOf(const QByteArray &hidden, const QByteArray &founding, const QByteArray &nonce)
{
    return hashOfParts("griddesk beacon check", {founding, nonce, hidden}).first(checkLength);
}

} // namespace

QByteArray BeaconDatagram::encode(const QByteArray &founding, const QByteArray &nonce) const
{
    QByteArray body = desk.toBytes();
    body.resize(maskedLength);
    qToBigEndian(port, body.data() + idLength);
    const QByteArray fresh = nonce.first(nonceLength);
    const QByteArray hidden = masked(body, founding, fresh);
    return magic.toByteArray() + fresh + hidden + checkOf(hidden, founding, fresh);
}

std::optional<BeaconDatagram> BeaconDatagram::decode(
    const QByteArray &bytes, const QByteArray &founding)
{
    if (bytes.size() != size || !bytes.startsWith(magic))
        return {};
    const QByteArray nonce = bytes.sliced(magic.size(), nonceLength);
    const QByteArray hidden = bytes.sliced(magic.size() + nonceLength, maskedLength);
    if (bytes.last(checkLength) != checkOf(hidden, founding, nonce))
        return {};
    const QByteArray body = masked(hidden, founding, nonce);
    const quint16 port = qFromBigEndian<quint16>(body.constData() + idLength);
    if (port == 0)
        return {};
    return BeaconDatagram{*Id::fromBytes(body.first(idLength)), port};
}

} // namespace peers
