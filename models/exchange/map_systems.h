// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QStringList>

namespace exchange
{

// Which systems a place in metres could be of, by its digits alone: 38412345, 3123456 is in zone 38. What systems there are, and what people
// call them, geo knows (geo/systems.h).
QStringList likelySystems(const QPointF &place);

} // namespace exchange
