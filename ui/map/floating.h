// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/measures.h"
#include "look/palette.h"

#include <QPainter>
#include <QWidget>

namespace ui::map
{

/// The ground of what stands upon the map: a quiet surface with a hairline around it.
inline void paintFloating(QWidget &widget)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look::hairlineColor(widget.palette()));
    painter.setBrush(widget.palette().color(QPalette::Base));
    painter.drawRoundedRect(
        QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::corner, look::corner);
}

} // namespace ui::map
