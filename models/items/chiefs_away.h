// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QDate>

namespace items
{

/// Somebody who has a chief's rights in a grid for some time, by a grant.
struct ActingChief {
    domain::Id person;
    QString name;
    QString grid; ///< its code
    qint64 from_ms = 0; ///< 0: from the beginning
    qint64 until_ms = 0; ///< the first moment that no longer belongs; 0: without end

    bool operator==(const ActingChief &) const = default;
};

/// A stretch of time in which a grid's chief is away.
struct ChiefAway {
    domain::Id grid;
    QString code;
    QString gridName;
    domain::Id chief;
    QString chiefName;
    QString leave; ///< a code of List::LeaveKind; empty: off by the roster
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< the first moment that no longer belongs
    QVector<ActingChief> acting; ///< for any of that time
    bool isCovered = false; ///< somebody acts at every moment of it

    bool operator==(const ChiefAway &) const = default;
};

/// Whose chief is away in these days: on approved leave, which is told as long as it lasts, or off by the roster. By the grids'
/// codes, then by time. For a thread of its own.
QVector<ChiefAway> findChiefsAway(store::Reader &reader, QDate first, int days);
/// Who acts for a chief at some moment of these days, by person.
QHash<domain::Id, QVector<ActingChief>> findActing(store::Reader &reader, QDate first, int days);

} // namespace items
