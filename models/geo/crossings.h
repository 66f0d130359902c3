// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

namespace geo
{

/// The places where the shape's borders go across each other, each once, west to east: what a person must look at before and after a
/// repair. Borders that only touch are not meant. At most `most`; and what
/// would take minutes to look through, such as nobody draws, is looked through in part.
QVector<domain::GeoPoint> crossings(const domain::Shape &shape, qsizetype most = 1'000);

} // namespace geo
