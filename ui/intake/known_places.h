// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "widgets/candidate.h"

namespace ui::intake
{

/// The places on file, by which an address is completed: what is offered while one types, and the
/// street and community that the grid is found by.
class KnownPlaces
{
public:
    void read(store::Reader &reader);

    QList<widgets::Candidate> candidates() const;
    /// Puts in the street and community of the address, as far as they are known and not given.
    void complete(domain::Values &ticket) const;

private:
    struct Place {
        QString street;
        QString community;
        QString address;
    };

    const Place *placeOf(const QString &address) const;

    QVector<Place> m_places;
};

} // namespace ui::intake
