// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "peers/opening_codec.h"
#include "record/signing.h"

#include <functional>

namespace peers
{

enum class Side : quint8 { Caller, Called };

/// Who the other side has proven to be, over this very connection.
struct Greeted {
    Id desk;
    QByteArray publicKey;
    Purpose purpose = Purpose::Exchange; ///< what the caller wants
    QByteArray transcript; ///< hash of all that both said and of both certificates
};

/// The first words on a connection, without a socket: each side names itself and proves it by a signature with its
/// desk's key over everything that was said and over both sides' certificates. Somebody in between shows other
/// certificates, so no signature fits. TLS tells the caller that all is well before the called side has judged, so each side says
/// by itself that it accepts the other.
class Greeting
{
public:
    struct Own {
        Id desk;
        record::SigningKey key;
        QByteArray fingerprint; ///< of the own certificate
    };
    /// What speaks against a desk that has proven itself.
    using Judge = std::function<Objection(const Greeted &)>;

    /// `purpose` counts for the caller; the called side takes what it is asked for.
    Greeting(Side side, const Own &own, const QByteArray &peerFingerprint, Purpose purpose,
        Judge judge, domain::Random &random);

    enum class State : quint8 { Talking, Done, Failed };
    State state() const { return m_state; }

    QByteArray start() const { return encodeOpening(m_mine); }
    /// Takes what came and gives what is to be sent.
    QByteArray receive(const QByteArray &bytes);
    /// Once done: who it is.
    const Greeted &peer() const { return m_peer; }
    /// Once done: what came behind the last word.
    QByteArray takeRest() { return m_reader.takeRest(); }
    /// Once failed, and whether the other side or this one objects.
    Objection objection() const { return m_objection; }
    bool isByPeer() const { return m_isByPeer; }

private:
    QByteArray take(const Opening &opening);
    QByteArray takeNaming(const Naming &naming);
    QByteArray takeProof(const Proof &proof);
    QByteArray fail(Objection objection);
    QByteArray transcript() const;

    const Side m_side;
    const Own m_own;
    const QByteArray m_peerFingerprint;
    const Judge m_judge;
    Naming m_mine;
    std::optional<Naming> m_theirs;
    bool m_isProven = false;
    OpeningReader m_reader;
    Greeted m_peer;
    State m_state = State::Talking;
    Objection m_objection = Objection::None;
    bool m_isByPeer = false;
};

/// Thirty-two bytes that nobody can foresee.
QByteArray freshNonce(domain::Random &random);
/// BLAKE2b of the parts, each with its length, under a name of their use.
QByteArray hashOfParts(const char *use, std::initializer_list<QByteArray> parts);

} // namespace peers
