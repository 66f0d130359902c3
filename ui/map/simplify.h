// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <limits>
#include <span>
#include <vector>

namespace ui::map
{

/// How much each corner of a line matters, after Visvalingam and Whyatt: the area of the triangle by which the line changes when the
/// corner goes, as the corners go one after the other, the least first. Both ends matter without limit. A line at any scale is then
/// those corners whose area can be seen, and no later decision brings back an earlier corner. n log n, whatever the line.
constexpr float always = std::numeric_limits<float>::infinity();

std::vector<float> cornerAreas(std::span<const QPointF> line);

} // namespace ui::map
