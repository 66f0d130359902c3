// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "peers/objection.h"

#include <QByteArray>

#include <optional>
#include <variant>

namespace peers
{

using domain::Id;

/// What two sides say before a session begins: who they are, the proof of it, and how a new desk is let in. Each is a canonical
/// CBOR array behind its length in two bytes.

/// What the caller wants; the called side says Exchange.
enum class Purpose : quint8 {
    Exchange, ///< two desks of one company
    Join, ///< a new desk shows the token of its invitation
    Compare, ///< a new desk, and two people who compare a short code
    Last = Compare
};

constexpr int openingVersion = 1;
constexpr int nonceSize = 32;
constexpr int mostOpeningBytes = 1024; ///< of one message

struct Naming {
    qint64 version = openingVersion;
    Purpose purpose = Purpose::Exchange;
    Id desk;
    QByteArray publicKey;
    QByteArray nonce;
    bool operator==(const Naming &) const = default;
};
struct Proof {
    QByteArray signature;
    bool operator==(const Proof &) const = default;
};
/// The other side's proof was in order, and it is welcome as what it is.
struct Accept {
    bool operator==(const Accept &) const = default;
};
struct Object {
    Objection objection = Objection::None;
    bool operator==(const Object &) const = default;
};
struct ShowToken {
    QByteArray token;
    bool operator==(const ShowToken &) const = default;
};
/// The short code's three steps: the caller binds itself to a number, the called one names its own, the caller opens.
struct Commit {
    QByteArray commitment;
    bool operator==(const Commit &) const = default;
};
struct Share {
    QByteArray number;
    bool operator==(const Share &) const = default;
};
struct Reveal {
    QByteArray number;
    bool operator==(const Reveal &) const = default;
};
/// The person at the new desk has compared the codes.
struct Confirm {
    bool operator==(const Confirm &) const = default;
};
/// The new desk is one of the company's now.
struct Welcome {
    Id company;
    QByteArray founding; ///< hash of the company's first entry
    bool operator==(const Welcome &) const = default;
};

using Opening =
    std::variant<Naming, Proof, Accept, Object, ShowToken, Commit, Share, Reveal, Confirm, Welcome>;

QByteArray encodeOpening(const Opening &opening);
/// Without its length; nothing for what encoding would not give.
std::optional<Opening> decodeOpening(const QByteArray &body);

/// Puts the pieces that arrive together again.
class OpeningReader
{
public:
    void add(const QByteArray &bytes) { m_bytes += bytes; }
    /// The next message; nothing while it isn't whole or once something was wrong.
    std::optional<Opening> next();
    bool isBroken() const { return m_isBroken; }
    /// What came behind the last message that was taken out; it belongs to whoever goes on.
    QByteArray takeRest() { return std::exchange(m_bytes, {}); }

private:
    QByteArray m_bytes;
    bool m_isBroken = false;
};

} // namespace peers
