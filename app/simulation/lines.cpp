// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/lines.h"

#include <algorithm>

namespace simulation
{

using namespace Qt::StringLiterals;
using peers::Ending;
using peers::Session;

bool Lines::Line::isBetween(int one, int other) const
{
    const int left = sides[0].desk, right = sides[1].desk;
    return (left == one && right == other) || (left == other && right == one);
}

Session::Send Lines::into(Side &side)
{
    return [&side](const QByteArray &bytes) { side.coming += bytes; };
}

void Lines::connect(int one, int other)
{
    const auto isThere = [&](const auto &line) { return line->isBetween(one, other); };
    if (one == other || std::ranges::any_of(m_lines, isThere))
        return;
    auto line = std::make_unique<Line>();
    for (int i : {0, 1}) {
        Side &side = line->sides[i];
        side.desk = i == 0 ? one : other;
        const auto &desk = m_desks[size_t(side.desk)];
        const auto &peer = m_desks[size_t(i == 0 ? other : one)];
        // Small windows and parcels, so that there are many moments at which a line can break.
        side.session = std::make_unique<Session>(desk->exchange(), peer->id(),
            peers::Limits{.window = 1 + m_dice.roll(3), .parcelBytes = 4096 + m_dice.roll(4000)},
            into(line->sides[1 - i]));
    }
    m_lines.push_back(std::move(line));
    for (Side &side : m_lines.back()->sides)
        side.session->start(m_world.now_ms());
}

Lines::Line *Lines::anyLine()
{
    return m_lines.empty() ? nullptr : m_lines[size_t(m_dice.roll(int(m_lines.size())))].get();
}

void Lines::carrySome()
{
    if (Line *line = anyLine()) {
        for (int pieces = 1 + m_dice.roll(8); pieces > 0; --pieces)
            carry(*line, 1 + m_dice.roll(3000));
    }
    dropEnded();
}

void Lines::carryAll()
{
    for (bool hasMoved = true; hasMoved;) {
        hasMoved = false;
        for (const auto &line : m_lines)
            hasMoved = carry(*line, 1 << 20) || hasMoved;
    }
}

bool Lines::carry(Line &line, qsizetype most)
{
    bool hasMoved = false;
    for (Side &side : line.sides) {
        const QByteArray piece = side.coming.first(qMin(side.coming.size(), most));
        side.coming.remove(0, piece.size());
        if (piece.isEmpty() || side.session->hasEnded())
            continue;
        hasMoved = true;
        const record::Heads before = m_desks[size_t(side.desk)]->heads();
        side.session->receive(piece);
        lookAtEnd(line, side);
        if (!(m_desks[size_t(side.desk)]->heads() == before))
            somethingNew(side.desk);
    }
    return hasMoved;
}

void Lines::lookAtEnd(const Line &line, const Side &side)
{
    const auto ending = side.session->state().ending;
    if (!line.isDamaged && m_fault.isEmpty()
        && (ending == Ending::Faulty || ending == Ending::TooMuch))
        m_fault = u"desk %1 found a session faulty: %2"_s.arg(side.desk).arg(
            side.session->state().refusal.text());
}

void Lines::damageSome()
{
    Line *line = anyLine();
    if (!line)
        return;
    Side &side = line->sides[m_dice.roll(2)];
    if (side.coming.isEmpty())
        return;
    line->isDamaged = true;
    char &byte = side.coming.data()[m_dice.roll(int(side.coming.size()))];
    byte = char(byte ^ (1 + m_dice.roll(255)));
}

void Lines::breakOf(int desk)
{
    std::erase_if(m_lines, [desk](const auto &line) {
        return line->sides[0].desk == desk || line->sides[1].desk == desk;
    });
}

void Lines::breakBetween(int one, int other)
{
    std::erase_if(m_lines, [=](const auto &line) { return line->isBetween(one, other); });
}

void Lines::dropEnded()
{
    std::erase_if(m_lines, [](const auto &line) {
        return line->sides[0].session->hasEnded() || line->sides[1].session->hasEnded();
    });
}

void Lines::somethingNew(int desk)
{
    for (const auto &line : m_lines) {
        for (Side &side : line->sides) {
            if (side.desk == desk && !side.session->hasEnded())
                side.session->somethingNew();
        }
    }
}

void Lines::tick()
{
    for (const auto &line : m_lines) {
        for (Side &side : line->sides) {
            if (!side.session->hasEnded())
                side.session->tick(m_world.now_ms());
        }
    }
    dropEnded();
}

bool Lines::areInStep() const
{
    return std::ranges::all_of(m_lines, [](const auto &line) {
        return std::ranges::all_of(line->sides, [](const Side &side) {
            return side.session->hasEnded()
                || side.session->state().phase == Session::Phase::InStep;
        });
    });
}

QString Lines::faultOfStep() const
{
    for (const auto &line : m_lines) {
        const Side &one = line->sides[0], &other = line->sides[1];
        if (line->isDamaged || one.session->hasEnded() || other.session->hasEnded())
            continue;
        if (!(m_desks[size_t(one.desk)]->heads() == m_desks[size_t(other.desk)]->heads()))
            return u"desks %1 and %2 are through with each other and hold other entries"_s
                .arg(one.desk)
                .arg(other.desk);
    }
    return {};
}

} // namespace simulation
