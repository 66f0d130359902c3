// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/greeting.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace peers
{

namespace
{

/// What a side signs. Longer than the hashes of entries, which the same key signs, so that neither passes for the other.
QByteArray signedBy(Side side, const QByteArray &transcript)
{
    return (side == Side::Caller ? QByteArrayLiteral("griddesk greeting: caller ")
                                 : QByteArrayLiteral("griddesk greeting: called "))
        + transcript;
}

Side otherThan(Side side)
{
    return side == Side::Caller ? Side::Called : Side::Caller;
}

} // namespace

QByteArray freshNonce(domain::Random &random)
{
    QByteArray nonce(nonceSize, Qt::Uninitialized);
    random.fill({reinterpret_cast<quint8 *>(nonce.data()), size_t(nonce.size())});
    return nonce;
}

QByteArray hashOfParts(const char *use, std::initializer_list<QByteArray> parts)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto add = [&hash](QByteArrayView part) {
        char size[4];
        qToBigEndian(quint32(part.size()), size);
        hash.addData(QByteArrayView(size, sizeof size));
        hash.addData(part);
    };
    add(use);
    for (const QByteArray &part : parts)
        add(part);
    return hash.result();
}

Greeting::Greeting(Side side, const Own &own, const QByteArray &peerFingerprint, Purpose purpose,
    Judge judge, domain::Random &random)
    : m_side(side)
    , m_own(own)
    , m_peerFingerprint(peerFingerprint)
    , m_judge(std::move(judge))
    , m_mine{openingVersion, side == Side::Caller ? purpose : Purpose::Exchange, own.desk,
          own.key.publicKey(), freshNonce(random)}
{
}

QByteArray Greeting::receive(const QByteArray &bytes)
{
    m_reader.add(bytes);
    QByteArray answer;
    while (m_state == State::Talking) {
        const auto opening = m_reader.next();
        if (!opening)
            break;
        answer += take(*opening);
    }
    if (m_state == State::Talking && m_reader.isBroken())
        answer += fail(Objection::Garbage);
    return answer;
}

QByteArray Greeting::take(const Opening &opening)
{
    if (const auto *object = std::get_if<Object>(&opening)) {
        m_state = State::Failed;
        m_isByPeer = true;
        m_objection = object->objection;
        return {};
    }
    const auto *naming = std::get_if<Naming>(&opening);
    if (naming && !m_theirs)
        return takeNaming(*naming);
    const auto *proof = std::get_if<Proof>(&opening);
    if (proof && m_theirs && !m_isProven)
        return takeProof(*proof);
    if (!std::holds_alternative<Accept>(opening) || !m_isProven)
        return fail(Objection::Garbage);
    m_state = State::Done;
    return {};
}

QByteArray Greeting::takeNaming(const Naming &naming)
{
    if (naming.version != openingVersion)
        return fail(Objection::Version);
    if (m_side == Side::Caller && naming.purpose != Purpose::Exchange)
        return fail(Objection::Garbage);
    // The own desk answers, or somebody sends our own words back.
    if (naming.desk == m_own.desk || naming.publicKey == m_mine.publicKey
        || naming.nonce == m_mine.nonce)
        return fail(Objection::ItsOwn);
    if (m_own.fingerprint.isEmpty() || m_peerFingerprint.isEmpty())
        return fail(Objection::Unproven);
    m_theirs = naming;
    m_peer = {naming.desk, naming.publicKey,
        m_side == Side::Caller ? m_mine.purpose : naming.purpose, transcript()};
    return encodeOpening(Proof{m_own.key.sign(signedBy(m_side, m_peer.transcript))});
}

QByteArray Greeting::takeProof(const Proof &proof)
{
    if (!record::isSignedBy(
            m_peer.publicKey, signedBy(otherThan(m_side), m_peer.transcript), proof.signature))
        return fail(Objection::Unproven);
    if (const Objection objection = m_judge(m_peer); objection != Objection::None)
        return fail(objection);
    m_isProven = true;
    return encodeOpening(Accept{});
}

QByteArray Greeting::fail(Objection objection)
{
    m_state = State::Failed;
    m_objection = objection;
    return encodeOpening(Object{objection});
}

QByteArray Greeting::transcript() const
{
    const bool isCaller = m_side == Side::Caller;
    const Naming &caller = isCaller ? m_mine : *m_theirs;
    const Naming &called = isCaller ? *m_theirs : m_mine;
    return hashOfParts("griddesk greeting 1",
        {QByteArray(1, char(caller.purpose)), caller.desk.toBytes(), called.desk.toBytes(),
            caller.publicKey, called.publicKey, caller.nonce, called.nonce,
            isCaller ? m_own.fingerprint : m_peerFingerprint,
            isCaller ? m_peerFingerprint : m_own.fingerprint});
}

} // namespace peers
