// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/command_taker.h"

#include <optional>

namespace beside
{

/// What host and guest say to each other. Hello, Proof and Welcome once, in that order; then the guest asks, is asked for
/// signatures while it waits, and gets its answers in the order of its questions. A farewell ends it: what was
/// asked and not answered by then is not carried out any more.

struct Hello { ///< from the host
    QString version; ///< of the program
    QByteArray drawn; ///< at random
};

struct Proof { ///< from the guest: it could open this desk itself
    QString version;
    QByteArray drawn;
    QByteArray proof;
};

struct Welcome { ///< the host, too
    QByteArray proof;
};

struct Asked {
    domain::Command command;
    domain::Id actor;
    QByteArray publicKey; ///< of the own key of whoever asks; empty: sits there without one
};

struct Ask {
    qint64 number = 0; ///< counts up from 1
    bool bulk = false;
    QList<Asked> asked;
};

struct Answer {
    qint64 number = 0;
    QList<store::Verdict> verdicts;
};

struct SignatureWanted { ///< by the key that an ask on the way named
    QByteArray publicKey;
    QByteArray hash;
};

struct Signature {
    QByteArray signature;
};

struct Farewell {
    domain::Refusal why;
    bool isClosing = false; ///< the host ends: whoever comes next may have the desk
};

using Message =
    std::variant<Hello, Proof, Welcome, Ask, Answer, SignatureWanted, Signature, Farewell>;

/// Of one message, in bytes.
constexpr qsizetype maximumMessage = 64 << 20;
/// The answers of a host that has proved itself are as long as its tickets' histories are.
constexpr qsizetype maximumAnswer = 1 << 30;
/// Before anything is proved.
constexpr qsizetype maximumGreeting = 4096;
/// How many asks a guest may have on the way.
constexpr int mostOnTheWay = 4;
/// How many bytes each side draws for the proofs.
constexpr qsizetype drawnBytes = 32;

QByteArray encode(const Message &message);
/// Nothing when the bytes are none, or not those that encoding would give again.
std::optional<Message> decode(const QByteArray &bytes);

/// What a program of this build calls itself; only the same two talk.
QString version();

QByteArray proofOfGuest(const QByteArray &deskKey, const QByteArray &drawn);
QByteArray proofOfHost(const QByteArray &deskKey, const QByteArray &drawn);

} // namespace beside
