// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/format.h"

#include <QColor>
#include <QFont>

// The few sizes of type and the four inks that all papers share.
namespace ui::paper
{
struct Type {
    qreal size_pt = 10.5;
    bool bold = false;
    qreal spacing = 1.5; // line height in multiples of the size

    qreal lineHeight() const; // units of measure.h
    QFont font() const;
};

namespace type
{
inline constexpr Type title{20, true, 1.4};
inline constexpr Type figure{19, true, 1.35};
inline constexpr Type section{12.5, true, 1.5};
inline constexpr Type body{10.5, false, 1.6};
inline constexpr Type wall{15, false, 1.6};
inline constexpr Type strong{10.5, true, 1.6};
inline constexpr Type table{9, false, 1.45};
inline constexpr Type tableStrong{9, true, 1.45};
inline constexpr Type small{8.5, false, 1.45};
inline constexpr Type chart{8, false, 1.4};
} // namespace type

// Distinct in grey too, for most printers have black only; the roll knows neither colour nor grey.
struct Inks {
    QColor text;
    QColor quiet;
    QColor hairline;
    QColor accent;
    QColor tint; // the second of two fills
};

Inks inksOf(Format format);
} // namespace ui::paper
