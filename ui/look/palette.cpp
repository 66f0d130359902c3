// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/palette.h"

#include <algorithm>
#include <cmath>

namespace ui::look
{

namespace
{

struct Ink {
    QRgb window, base, alternate, text, muted, faint, hairline, border, selection;
    QRgb accent, onAccent, late, soon, done, conflict;
};

constexpr Ink lightInk{0xfff5f6f7, 0xffffffff, 0xfffafbfb, 0xff1c2228, 0xff56616b, 0xff8a949d,
    0xffdde1e5, 0xffb4bcc4, 0xffdbe8f7, 0xff1d5ba8, 0xffffffff, 0xffab2419, 0xff7d5200, 0xff1b6640,
    0xff74389a};

constexpr Ink darkInk{0xff1b1f24, 0xff22272d, 0xff262b32, 0xffe3e7eb, 0xffa9b2bc, 0xff717b86,
    0xff343a42, 0xff515a64, 0xff2a4058, 0xff86b8f5, 0xff0f1d2e, 0xffffa59c, 0xfff0c26a, 0xff86d4a6,
    0xffd7b0f2};

const Ink &ink(Scheme scheme)
{
    return scheme == Scheme::Light ? lightInk : darkInk;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

void setDisabled(QPalette &palette, const Ink &ink)
{
    const QColor faint(ink.faint);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, faint);
    palette.setColor(QPalette::Disabled, QPalette::Text, faint);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, faint);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(ink.window));
}

} // namespace

QPalette palette(Scheme scheme)
{
    const Ink &of = ink(scheme);
    const std::pair<QPalette::ColorRole, QRgb> roles[] = {{QPalette::Window, of.window},
        {QPalette::WindowText, of.text}, {QPalette::Base, of.base},
        {QPalette::AlternateBase, of.alternate}, {QPalette::Text, of.text},
        {QPalette::ToolTipBase, of.base}, {QPalette::ToolTipText, of.text},
        {QPalette::PlaceholderText, of.muted}, {QPalette::Button, of.base},
        {QPalette::ButtonText, of.text}, {QPalette::BrightText, of.late},
        {QPalette::Highlight, of.selection}, {QPalette::HighlightedText, of.text},
        {QPalette::Link, of.accent}, {QPalette::LinkVisited, of.accent}, {QPalette::Light, of.base},
        {QPalette::Midlight, of.alternate}, {QPalette::Mid, of.hairline},
        {QPalette::Dark, of.border}, {QPalette::Shadow, of.border}};
    QPalette made;
    for (const auto &[role, color] : roles)
        made.setColor(QPalette::All, role, QColor(color));
    setDisabled(made, of);
    return made;
}

Scheme scheme(const QPalette &palette)
{
    const double surface = luminance(palette.color(QPalette::Active, QPalette::Window));
    const double writing = luminance(palette.color(QPalette::Active, QPalette::WindowText));
    return surface >= writing ? Scheme::Light : Scheme::Dark;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const Ink &of = ink(scheme(palette));
    switch (tone) {
    case Tone::Text:
        return of.text;
    case Tone::Muted:
        return of.muted;
    case Tone::Accent:
        return of.accent;
    case Tone::Late:
        return of.late;
    case Tone::Soon:
        return of.soon;
    case Tone::Done:
        return of.done;
    case Tone::Conflict:
        return of.conflict;
    }
    return of.text;
}

QColor tint(Tone tone, const QPalette &palette)
{
    const Ink &of = ink(scheme(palette));
    return mixed(toneColor(tone, palette), QColor(of.base), 0.1);
}

QColor hairlineColor(const QPalette &palette)
{
    return ink(scheme(palette)).hairline;
}

QColor fieldBorder(const QPalette &palette)
{
    return ink(scheme(palette)).border;
}

QColor onAccent(const QPalette &palette)
{
    return ink(scheme(palette)).onAccent;
}

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto part = [share](
                          int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(part(over.red(), under.red()), part(over.green(), under.green()),
        part(over.blue(), under.blue()));
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

} // namespace ui::look
