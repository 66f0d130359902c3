// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_colors.h"

#include "look/palette.h"

namespace ui::map
{

namespace
{

constexpr std::array<QRgb, mostClasses> lightClasses{
    0xfff3f1d3, 0xffc3e0c4, 0xff81c0bf, 0xff4189ad, 0xff2b4f88};
constexpr std::array<QRgb, mostClasses> darkClasses{
    0xff2a3a3d, 0xff2f5660, 0xff3b7a83, 0xff68a7a2, 0xffb4dcc0};

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
    return {.ground = palette.color(QPalette::Window),
        .classes = colorsOf(isLight ? lightClasses : darkClasses),
        .noData = look::mixed(text, base, isLight ? 0.06 : 0.1),
        .border = look::mixed(text, base, isLight ? 0.5 : 0.55),
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
