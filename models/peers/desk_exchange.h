// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"

#include <memory>

class Desk;

namespace peers
{

/// What the exchange with others asks, answered by a desk. The desk must outlive it.
std::unique_ptr<Exchange> exchangeOf(Desk &desk);

} // namespace peers
