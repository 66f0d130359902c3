// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

namespace domain
{

/// The rows that every company begins with and then edits: intake channels, categories with the
/// questions to ask, and service standards (minutes by clock, kind, line and urgency). The standards are
/// common promises of the trade, not law: the grid company's ten promises for power, published local
/// promises for water, heat and gas, 12345 practice for complaints and enquiries.
std::vector<RegisterPut> defaultRows();

} // namespace domain
