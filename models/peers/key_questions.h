// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "peers/session_limits.h"

#include <QSet>

namespace peers
{

/// Which keys to ask a peer for: in helpings, each owner once in a while, since a peer that doesn't have a key now may be given it
/// by somebody else, but not in the next second.
class KeyQuestions
{
public:
    explicit KeyQuestions(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// A round is due; it begins with the next helping. The first one begins at once: a desk that has just caught up lacks most.
    void want();
    /// The next helping; empty while one is unanswered, too early, or when nothing is left to ask.
    QVector<Id> next(Exchange &exchange, qint64 now_ms);
    /// Whether some are asked for, or about to be.
    bool isUnderWay() const { return m_isUnderWay; }
    /// An answer that was waited for and has nothing but what was asked for.
    bool answers(const QVector<record::SealedKey> &keys);

private:
    const Limits m_limits;
    bool m_isWanted = true; ///< already at the greeting
    bool m_wasWanted = false;
    bool m_isUnderWay = false; ///< a round is
    std::optional<QSet<Id>> m_unanswered;
    QSet<Id> m_askedFor;
    std::optional<qint64> m_round_ms; ///< when the last round began
    qint64 m_askedSince_ms = 0;
};

} // namespace peers
