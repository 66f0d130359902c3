// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QByteArray>

namespace domain
{

/// A shape as bytes, the way the record keeps it: TWKB (Tiny Well-known Binary, the published form) of a multipolygon with seven
/// places. Each corner is written as the way from the one before, so that a border costs some four bytes a corner. Every shape
/// has exactly one code, and other programs read it too.
QByteArray codeOf(const Shape &shape);
/// Nothing where the bytes are no code of a well-formed shape, or not the one that codeOf() gives.
std::optional<Shape> shapeOf(const QByteArray &code);

} // namespace domain
