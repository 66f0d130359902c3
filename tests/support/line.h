// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/session.h"
#include "support/memory_exchange.h"

#include <memory>

namespace support
{

/// Two desks with a line between them that carries bytes in pieces of any size, holds them back, and breaks wherever it is told.
class Line
{
public:
    Line(peers::Exchange &left, peers::Exchange &right, const peers::Limits &limits = {},
        const domain::Id &expectedByLeft = {})
        : left(std::make_unique<peers::Session>(left, expectedByLeft, limits, into(toRight)))
        , right(std::make_unique<peers::Session>(right, domain::Id(), limits, into(toLeft)))
    {
    }

    void start(qint64 now_ms = 1'000)
    {
        left->start(now_ms);
        right->start(now_ms);
    }

    /// Hands over what is on the line, at most `piece` bytes at once and `most` in all; true when something went.
    bool carry(qsizetype piece = 1 << 20, qint64 most = 1LL << 60)
    {
        bool hasCarried = false;
        while (most > 0 && !(toLeft.isEmpty() && toRight.isEmpty())) {
            most -= hand(toRight, *right, qMin(qint64(piece), most));
            most -= hand(toLeft, *left, qMin(qint64(piece), most));
            hasCarried = true;
        }
        return hasCarried;
    }

    void tick(qint64 now_ms)
    {
        left->tick(now_ms);
        right->tick(now_ms);
    }

    bool isInStep() const
    {
        using peers::Session;
        return left->state().phase == Session::Phase::InStep
            && right->state().phase == Session::Phase::InStep;
    }

    QByteArray toLeft, toRight;
    qint64 carried = 0;
    std::unique_ptr<peers::Session> left, right;

private:
    static peers::Session::Send into(QByteArray &line)
    {
        return [&line](const QByteArray &bytes) { line += bytes; };
    }

    qint64 hand(QByteArray &line, peers::Session &to, qint64 most)
    {
        const QByteArray piece = line.first(qMin(line.size(), qsizetype(most)));
        line.remove(0, piece.size());
        if (!piece.isEmpty())
            to.receive(piece);
        carried += piece.size();
        return piece.size();
    }
};

/// Two desks say all that there is to say; they must be in step afterwards.
inline void meet(MemoryExchange &one, MemoryExchange &other)
{
    Line line(one, other);
    line.start();
    line.carry();
    if (!line.isInStep())
        qFatal("two desks met and are not in step");
}

} // namespace support
