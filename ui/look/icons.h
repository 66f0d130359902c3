// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/palette.h"

#include <QIcon>

class QPainter;

namespace ui::look
{

// The window's icons: own drawings of one stroke width under resources/icons, named as their file.
// An icon is drawn from its outline at the size and scale at which it is shown, in the colour that
// the palette has at that moment, so it stays crisp at 200 % and follows a change of scheme.
QIcon icon(const QString &name, Tone tone = Tone::Text);

void paintIcon(QPainter *painter, const QRectF &area, const QString &name, const QColor &color);

QStringList iconNames();

} // namespace ui::look
