// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <optional>

namespace ui::map
{

/// Where an area has room for words: a box around its label point, or around the roomiest place within. A label is shown when it
/// fits into the room of its own area. So labels of neighbours don't collide, whatever part of the map is seen, and none jumps
/// while the map is moved. Empty where the area has none.
QRectF roomForLabel(const QList<QPolygonF> &rings, const std::optional<QPointF> &wanted);

} // namespace ui::map
