// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QTimeZone>

namespace domain
{

/// The rows that every company begins with and then edits: intake channels, categories with the
/// questions to ask and the papers that an application takes, office hours with the public holidays of two years, and service
/// standards (minutes or workdays by clock, kind, line and urgency). The standards are
/// common promises of the trade, not law: the grid company's ten promises for power, published local
/// promises for water, heat and gas, 12345 practice for complaints and enquiries.
std::vector<RegisterPut> defaultRows(const QTimeZone &zone);

} // namespace domain
