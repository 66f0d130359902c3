// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/greeting.h"
#include "peers/pairing.h"
#include "support/seeded_random.h"

namespace support
{

/// A desk as a greeting sees it.
struct GreetingDesk {
    explicit GreetingDesk(const char *name, quint64 seed)
        : random(seed)
        , own{domain::Id::named(name), record::SigningKey::fresh(random),
              QByteArray("certificate of ") + name}
    {
    }

    SeededRandom random;
    peers::Greeting::Own own;
    peers::Objection objects = peers::Objection::None;

    peers::Greeting greet(peers::Side side, const QByteArray &peerFingerprint,
        peers::Purpose purpose = peers::Purpose::Exchange)
    {
        return {side, own, peerFingerprint, purpose,
            [this](const peers::Greeted &) { return objects; }, random};
    }
};

/// Carries what both say to each other until neither says anything more, in pieces of so many bytes.
template <typename One, typename Other>
void converse(One &one, Other &other, QByteArray toOther, QByteArray toOne, qsizetype piece = 0)
{
    while (!toOther.isEmpty() || !toOne.isEmpty()) {
        const auto next = [piece](QByteArray &bytes) {
            const qsizetype size = piece > 0 ? qMin(piece, bytes.size()) : bytes.size();
            const QByteArray taken = bytes.first(size);
            bytes.remove(0, size);
            return taken;
        };
        if (!toOther.isEmpty())
            toOne += other.receive(next(toOther));
        if (!toOne.isEmpty())
            toOther += one.receive(next(toOne));
    }
}

} // namespace support
