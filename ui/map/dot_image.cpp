// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/dot_image.h"

#include "look/palette.h"

#include <algorithm>

namespace ui::map
{

namespace
{

constexpr int side = 5;
// A bit for each point, row by row, the left one first.
constexpr std::array<std::array<quint8, side>, pinKinds> stamps{{
    {0b00000, 0b00100, 0b01110, 0b00100, 0b00000}, // open
    {0b01110, 0b11111, 0b11111, 0b11111, 0b01110}, // late
    {0b00000, 0b01110, 0b01010, 0b01110, 0b00000}, // done
    {0b00000, 0b01110, 0b01110, 0b01110, 0b00000}, // equipment
    {0b00100, 0b01010, 0b10001, 0b01010, 0b00100}, // patrol
    {0b00100, 0b01110, 0b00100, 0b01010, 0b01010}, // person
}};

constexpr look::Tone tones[pinKinds] = {look::Tone::Accent, look::Tone::Late, look::Tone::Done,
    look::Tone::Soon, look::Tone::Conflict, look::Tone::Text};

} // namespace

DotImage::DotImage(QImage &image, const QPalette &palette)
    : m_first(reinterpret_cast<QRgb *>(image.bits()))
    , m_stride(int(image.bytesPerLine() / qsizetype(sizeof(QRgb))))
    , m_size(image.size())
    , m_unit(std::max(1, qRound(image.devicePixelRatio())))
{
    for (size_t kind = 0; kind < m_inks.size(); ++kind)
        m_inks[kind] = look::toneColor(tones[kind], palette).rgba();
}

void DotImage::write(QPointF at, PinKind kind)
{
    const int reach = side * m_unit / 2;
    if (!(at.x() > reach && at.y() > reach && at.x() < m_size.width() - reach - 1
            && at.y() < m_size.height() - reach - 1))
        return;
    const auto &stamp = stamps[size_t(kind)];
    const QRgb ink = m_inks[size_t(kind)];
    QRgb *line = m_first + (int(at.y()) - reach) * m_stride + int(at.x()) - reach;
    for (int y = 0; y < side * m_unit; ++y, line += m_stride) {
        const quint8 row = stamp[size_t(y / m_unit)];
        for (int x = 0; x < side * m_unit; ++x) {
            if (row >> (side - 1 - x / m_unit) & 1)
                line[x] = ink;
        }
    }
}

} // namespace ui::map
