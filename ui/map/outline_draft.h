// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <optional>

namespace ui::map
{

/// An outline while it is drawn or altered: its rings, and every earlier state to go back to. It knows no map and no mouse.
class OutlineDraft
{
public:
    enum class Kind {
        Area, ///< a new area: one ring, corner by corner
        Line, ///< a line, to cut something along
        Existing, ///< an outline that is there: corners are moved, put in and taken out
    };
    struct Place {
        int ring = 0;
        int corner = 0;
        bool operator==(const Place &) const = default;
    };

    explicit OutlineDraft(Kind kind);
    explicit OutlineDraft(const domain::Shape &existing);

    Kind kind() const { return m_kind; }
    bool isClosed() const
    {
        return m_kind == Kind::Existing;
    } ///< the last corner is joined to the first
    const QVector<domain::Ring> &rings() const { return m_rings; }
    domain::GeoPoint at(Place place) const { return m_rings.at(place.ring).at(place.corner); }
    /// Three corners for an area, two for a line.
    bool isEnough() const;
    domain::Shape shape() const;
    const domain::Ring &line() const { return m_rings.constFirst(); }

    bool append(
        const domain::GeoPoint &place); ///< false where the last corner stands there already
    bool takeBack(); ///< the last corner
    void move(Place place, const domain::GeoPoint &to);
    Place insertAfter(Place place, const domain::GeoPoint &corner);
    bool remove(Place place); ///< false where a ring would have fewer than three
    /// The corner after this one (or before), from ring to ring, round and round.
    std::optional<Place> next(std::optional<Place> place, bool forwards) const;

    /// What follows until the next call is one step to go back, as a drag is.
    void beginStep();
    bool undo();
    bool redo();

private:
    Kind m_kind;
    QVector<domain::Ring> m_rings;
    QVector<int> m_holes; ///< of each part; its rings follow one another
    QVector<QVector<domain::Ring>> m_before;
    QVector<QVector<domain::Ring>> m_after;
};

} // namespace ui::map
