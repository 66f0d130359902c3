// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::widgets
{

/// Gives the keyboard to a widget of the page that is looked at. An answer that comes after the person has gone to another
/// page takes nothing away there.
inline void giveKeyboard(QWidget *widget)
{
    if (widget->isVisible())
        widget->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::widgets
