// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/session.h"
#include "simulation/simulated_desk.h"

#include <vector>

namespace simulation
{

/// The lines between simulated desks: the sessions that run over TLS between real ones, here over bytes that travel in
/// pieces of any size, wait, get damaged, and are lost when a line breaks in the middle of them.
class Lines
{
public:
    Lines(const std::vector<std::unique_ptr<SimulatedDesk>> &desks, const VirtualClock &world,
        Dice &dice)
        : m_desks(desks)
        , m_world(world)
        , m_dice(dice)
    {
    }

    /// Nothing happens where there is a line already.
    void connect(int one, int other);
    /// A few pieces on one of the lines.
    void carrySome();
    /// Until nothing moves any more.
    void carryAll();
    /// What is on its way on one of the lines arrives otherwise than it was sent.
    void damageSome();
    void breakOf(int desk);
    void breakBetween(int one, int other);
    /// A desk has committed something.
    void somethingNew(int desk);
    void tick();
    /// The first thing that no honest session does; empty when there was none.
    QString fault() const { return m_fault; }
    /// Where a session says that both hold the same and they don't; empty when it is true everywhere.
    bool areInStep() const;
    QString faultOfStep() const;

private:
    struct Side {
        int desk = 0;
        QByteArray coming;
        std::unique_ptr<peers::Session> session;
    };
    struct Line {
        Side sides[2];
        bool isDamaged = false;
        bool isBetween(int one, int other) const;
    };

    bool carry(Line &line, qsizetype most);
    void lookAtEnd(const Line &line, const Side &side);
    void dropEnded();
    Line *anyLine();
    peers::Session::Send into(Side &side);

    const std::vector<std::unique_ptr<SimulatedDesk>> &m_desks;
    const VirtualClock &m_world;
    Dice &m_dice;
    std::vector<std::unique_ptr<Line>> m_lines;
    QString m_fault;
};

} // namespace simulation
