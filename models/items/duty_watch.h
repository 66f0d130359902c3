// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <optional>

namespace items
{

/// One who is on duty for a stretch of time, by the roster.
struct OnDuty {
    domain::Id person;
    QString name;
    QString phone; ///< as the staff register has it, for work
    QString team; ///< empty: for all of them
    QString shift; ///< its name
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< the first moment that no longer belongs

    bool operator==(const OnDuty &) const = default;
};

/// Who is on duty at a moment, and who comes next.
struct DutyWatch {
    QVector<OnDuty> now;
    QVector<OnDuty> next; ///< those who begin first after that moment
    qint64 next_ms = 0; ///< when they begin; 0: nobody does until the end of the next day

    /// When the shift that comes next is over, or the one that runs where none is planned; 0: the roster says nothing.
    qint64 endOfNext_ms() const;
};

/// Those of some teams and those of none, who are there for everybody; without teams all of them. Who is on leave isn't on duty.
/// Looks at every one of the staff, so for a thread of its own.
DutyWatch findDuty(
    store::Reader &reader, qint64 at_ms, const std::optional<QStringList> &teams = std::nullopt);

} // namespace items
