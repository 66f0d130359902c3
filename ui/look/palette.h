// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace ui::look
{

// The window's colours, light and dark: one quiet surface, one accent, and a few tones that go with a
// word and a shape and never stand alone. Every tone reads on window, field and selected row alike
// with a contrast of at least 4.5:1, as does the tone on its own tint.
enum class Scheme { Light, Dark };

enum class Tone { Text, Muted, Accent, Late, Soon, Done, Conflict };

QPalette palette(Scheme scheme);
Scheme scheme(const QPalette &palette);

QColor toneColor(Tone tone, const QPalette &palette);

// The faint surface behind a word in that tone: a tag, a banner, a refused field.
QColor tint(Tone tone, const QPalette &palette);

QColor hairlineColor(const QPalette &palette);
QColor fieldBorder(const QPalette &palette);

// What writes on a surface filled with the accent.
QColor onAccent(const QPalette &palette);

QColor mixed(const QColor &over, const QColor &under, double share);

// The contrast ratio of WCAG 2: 1 (equal) to 21 (black on white).
double contrast(const QColor &one, const QColor &other);

} // namespace ui::look
