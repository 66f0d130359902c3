// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/format.h"

namespace ui::paper
{

Sheet sheetOf(Format format)
{
    switch (format) {
    case Format::A4Landscape:
        return {{297, 210}, {16, 15, 16, 17}};
    case Format::A5:
        return {{148, 210}, {11, 9, 11, 14}};
    case Format::Roll80:
        return {{80, 0}, {5, 5, 5, 8}};
    case Format::A4:
        break;
    }
    return {{210, 297}, {17, 16, 17, 18}};
}

} // namespace ui::paper
