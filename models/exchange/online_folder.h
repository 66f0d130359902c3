// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/online_book.h"

#include <functional>

namespace exchange
{

// One round with a drop folder that this desk empties by itself: what lies there is taken in in the name of `who`, and what came of it is kept
// (OnlineBook::state). Comes back when it is over; from any thread where the desk is held. `isStopped` is asked between two files.
OnlineReport emptyOnlineFolder(Desk &desk, const OnlineFolder &folder, const store::Identity &who,
    const std::function<bool()> &isStopped);

// What tickets out of this folder's GeoReport files name as their source.
QString sourceOf(const OnlineFolder &folder);
// The same of a service, whose mapping may name another.
QString sourceOf(const OnlineService &service);

// Why its tickets would be taken for those of another that the book holds: under one source a number means one matter.
std::optional<domain::Refusal> sourceFault(const OnlineFolder &folder, const OnlineBook &book);
std::optional<domain::Refusal> sourceFault(const OnlineService &service, const OnlineBook &book);

} // namespace exchange
