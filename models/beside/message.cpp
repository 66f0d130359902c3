// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/message.h"

#include "beside/parts.h"
#include "record/proof.h"

namespace beside
{

template <Is<Hello> M> auto members(M &m)
{
    return std::tie(m.version, m.drawn);
}

template <Is<Proof> M> auto members(M &m)
{
    return std::tie(m.version, m.drawn, m.proof);
}

template <Is<Welcome> M> auto members(M &m)
{
    return std::tie(m.proof);
}

template <Is<Asked> M> auto members(M &m)
{
    return std::tie(m.command, m.actor, m.publicKey);
}

template <Is<Ask> M> auto members(M &m)
{
    return std::tie(m.number, m.bulk, m.asked);
}

template <Is<Answer> M> auto members(M &m)
{
    return std::tie(m.number, m.verdicts);
}

template <Is<SignatureWanted> M> auto members(M &m)
{
    return std::tie(m.publicKey, m.hash);
}

template <Is<Signature> M> auto members(M &m)
{
    return std::tie(m.signature);
}

template <Is<Farewell> M> auto members(M &m)
{
    return std::tie(m.why, m.isClosing);
}

QByteArray encode(const Message &message)
{
    QByteArray bytes;
    Giver(&bytes).one(message);
    return bytes;
}

std::optional<Message> decode(const QByteArray &bytes)
{
    Receiver receiver(bytes);
    Message message;
    receiver.one(message);
    if (!receiver.isWhole() || encode(message) != bytes)
        return {};
    return message;
}

QString version()
{
    return QStringLiteral(GRIDDESK_VERSION);
}

QByteArray proofOfGuest(const QByteArray &deskKey, const QByteArray &drawn)
{
    return record::proofOf(deskKey, "griddesk guest", drawn);
}

QByteArray proofOfHost(const QByteArray &deskKey, const QByteArray &drawn)
{
    return record::proofOf(deskKey, "griddesk host", drawn);
}

} // namespace beside
