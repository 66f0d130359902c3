// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "widgets/candidate.h"

namespace ui::intake
{

/// The places on file, by which an address is completed: what is offered while one types, and the
/// street and community that the grid is found by. The company's own area is kept at hand; an address table of
/// the whole country is asked with what was typed.
class KnownPlaces
{
public:
    void read(store::Reader &reader);

    /// What may be meant: every place of the own area, and those of the address table that fit what was typed.
    QList<widgets::Candidate> candidates(store::Reader &reader, const QString &typed);
    /// Puts in the street and community of the address, as far as they are known and not given.
    void complete(domain::Values &ticket) const;

private:
    struct Place {
        QString street;
        QString community;
        QString address;
    };

    static Place placeIn(const domain::Values &values);
    const Place *placeOf(const QString &address) const;

    QVector<Place> m_places;
    QVector<Place> m_found; ///< offered last out of the address table
};

} // namespace ui::intake
