// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/outlines.h"

#include <QHash>

namespace ui::map
{

/// Finds what outlines share. A corner is a node where the rings through it come from different neighbours: there three areas meet, or a
/// border ends. Rings are cut at nodes; the piece between two nodes is the same for both sides and is known by its first two corners.
class OutlineMaker
{
public:
    explicit OutlineMaker(Outlines &into)
        : m_into(into)
    {
    }

    void make(std::span<const domain::Shape *const> shapes);

private:
    struct Around {
        quint64 least;
        quint64 most;
        bool isNode = false;
    };

    void noteNeighbours(const domain::Ring &ring);
    void addArea(const domain::Shape &shape);
    void addRing(domain::Ring ring);
    bool turnToNode(domain::Ring &ring) const;
    void addSide(const domain::Ring &ring, qsizetype from, qsizetype to);
    int borderOf(const QVector<domain::GeoPoint> &piece);

    Outlines &m_into;
    QHash<quint64, Around> m_around;
    QHash<std::pair<quint64, quint64>, int> m_known; ///< borders by their first two corners
};

} // namespace ui::map
