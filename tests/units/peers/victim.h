// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/line.h"

namespace support
{

/// A session of desk "b" that hears whatever a test says to it.
struct Victim {
    explicit Victim(const peers::Limits &limits = {}, const peers::Id &expected = {})
        : session(b, expected, limits, [this](const QByteArray &bytes) { out += bytes; })
    {
        session.start(0);
    }

    void greet() { hear(hello()); }
    peers::Hello hello() { return {.who = a.introduction()}; }
    void hear(const peers::Frame &frame) { session.receive(peers::encodeFrame(frame)); }
    /// The frames that it has said since last asked.
    QVector<peers::Frame> said()
    {
        QVector<peers::Frame> frames;
        peers::FrameReader reader;
        const QByteArray bytes = std::exchange(out, {});
        for (QByteArrayView rest(bytes); !rest.isEmpty();) {
            if (const auto frame = reader.take(rest))
                frames.append(*frame);
        }
        return frames;
    }
    std::optional<peers::Ending> ending() const { return session.state().ending; }

    MemoryCompany company;
    MemoryExchange a{company, "a"}, b{company, "b"};
    QByteArray out;
    peers::Session session;
};

} // namespace support
