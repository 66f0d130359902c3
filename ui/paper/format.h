// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QSizeF>

// The papers that a company feeds to its printers, with the margins that no common printer cuts.
namespace ui::paper
{
enum class Format {
    A4,
    A4Landscape,
    A5,
    Roll80, // receipt printer, 80 mm wide, as long as what stands on it
};

struct Sheet {
    QSizeF size_mm; // height 0: as long as the content
    QMarginsF margins_mm; // around the text; footers stand inside the lower one

    bool isRoll() const { return size_mm.height() <= 0; }
};

Sheet sheetOf(Format format);
} // namespace ui::paper
