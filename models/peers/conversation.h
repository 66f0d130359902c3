// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <QByteArray>

#include <functional>

namespace peers
{

/// What two desks say to each other once they have greeted: a session. The link below carries its bytes and knows
/// nothing of them. Belongs to the node's thread.
class Conversation
{
public:
    struct Ways {
        std::function<void(const QByteArray &)> send;
        /// There is nothing more to say; why not, when something is wrong.
        std::function<void(const domain::Refusal &)> end;
        /// progress() may say something else now.
        std::function<void()> changed;
    };
    struct Progress {
        qint64 toSend = 0; ///< entries that the other side lacks, as far as is known
        qint64 toTake = 0; ///< entries that this side lacks
        bool isInStep = false; ///< both hold the same, durably, as far as each has heard
        qint64 clockAhead_ms = 0; ///< of the other side's clock
        bool operator==(const Progress &) const = default;
    };

    virtual ~Conversation() = default;
    virtual void start(qint64 now_ms) = 0;
    virtual void receive(const QByteArray &bytes) = 0;
    /// This desk has committed something.
    virtual void somethingNew() = 0;
    virtual void tick(qint64 now_ms) = 0;
    /// Says good-bye: the program ends.
    virtual void part() = 0;
    virtual Progress progress() const = 0;
};

} // namespace peers
