// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "store/reader.h"

namespace items
{

/// An open ticket that would belong to another grid if the area were divided so.
struct GridMove {
    domain::Id ticket;
    domain::Id to;
};

/// The open tickets with a point that one of these areas holds, and no other, while they are in another grid now. Those that would lie in no
/// grid or in several stay where they are. Reads every open ticket, so for a thread of its own.
QVector<GridMove> findGridMoves(store::Reader &reader, const QVector<domain::GridArea> &areas);

/// Gives each its new grid, as a correction that stands on its record.
QVector<domain::Command> commandsFor(const QVector<GridMove> &moves, const QString &reason);

} // namespace items
