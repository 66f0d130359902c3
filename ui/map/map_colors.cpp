// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_colors.h"

#include "look/palette.h"

namespace ui::map
{

namespace
{

constexpr std::array<QRgb, mostClasses> lightClasses{
    0xfff6f3d7, 0xffbddfc2, 0xff79bcbd, 0xff34759b, 0xff233f72};
constexpr std::array<QRgb, mostClasses> darkClasses{
    0xff27363a, 0xff2f5c66, 0xff3d7f87, 0xff6fb0a8, 0xffbfe5c6};

std::array<QColor, mostClasses> colorsOf(const std::array<QRgb, mostClasses> &values)
{
    std::array<QColor, mostClasses> colors;
    std::copy(values.begin(), values.end(), colors.begin());
    return colors;
}

} // namespace

MapColors mapColors(const QPalette &palette)
{
    const bool isLight = look::scheme(palette) == look::Scheme::Light;
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    QColor hatch = text;
    hatch.setAlphaF(0.6F);
    return {.ground = palette.color(QPalette::Window),
        .classes = colorsOf(isLight ? lightClasses : darkClasses),
        .noData = look::mixed(text, base, isLight ? 0.06 : 0.1),
        .border = look::mixed(text, base, isLight ? 0.5 : 0.55),
        .hatch = hatch,
        .halo = base,
        .route = look::toneColor(look::Tone::Conflict, palette),
        .accent = look::toneColor(look::Tone::Accent, palette),
        .accentEdge = base};
}

MapColors paperColors()
{
    MapColors colors = mapColors(look::palette(look::Scheme::Light));
    colors.ground = Qt::white;
    return colors;
}

const QColor &fillOf(const MapColors &colors, int rank)
{
    return rank >= 0 && rank < mostClasses ? colors.classes[size_t(rank)] : colors.noData;
}

QColor inkOn(const QColor &surface)
{
    const QColor dark(0x1c, 0x22, 0x28);
    return look::contrast(dark, surface) >= look::contrast(Qt::white, surface) ? dark
                                                                               : QColor(Qt::white);
}

} // namespace ui::map
