// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

#include <QPalette>

namespace ui::map
{

/// Pins as dots of a few pixels, written straight into an image's memory. Kinds keep a shape even so: what is late is a full block
/// and larger, what is done a hollow one, all others a cross.
class DotImage
{
public:
    DotImage(QImage &image, const QPalette &palette);

    void write(
        QPointF at, PinKind kind); ///< in the image's own pixels; what lies outside is left out

private:
    QRgb *m_first;
    int m_stride;
    QSize m_size;
    int m_unit; ///< pixels of the image that make a point
    std::array<QRgb, pinKinds> m_inks;
};

} // namespace ui::map
