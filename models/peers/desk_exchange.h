// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "peers/exchange.h"

#include <memory>

namespace peers
{

/// The exchange of a real desk: reads on a connection of its own, takes in through the desk's one writer. Made on the thread
/// that will use it; the desk must outlive it and write already (Desk::startWriting). Null when the database can't
/// be opened.
std::unique_ptr<Exchange> exchangeOf(Desk &desk);

} // namespace peers
