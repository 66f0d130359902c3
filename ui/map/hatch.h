// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

class QColor;
class QPainter;
class QPainterPath;
class QRectF;

namespace ui::map
{

/// Classes as hatches, for printers without colour and for eyes that don't trust it: from nothing over ever closer lines to crossed
/// ones; what has no data is dotted. The lines belong to the paper, not to the area, so that equal neighbours go on into
/// each other.
void paintHatch(
    QPainter &painter, const QPainterPath &area, int rank, const QColor &ink, double spacing);

} // namespace ui::map
