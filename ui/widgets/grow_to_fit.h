// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QWidget>

namespace ui::widgets
{

// Makes a window as high as its wrapped text needs at its width; a layout alone reckons with unwrapped text. It never shrinks one, so
// that nothing moves under the hand.
inline void growToFit(QWidget &window)
{
    QLayout *layout = window.layout();
    window.ensurePolished();
    layout->activate();
    const int width = window.isVisible()
        ? window.width()
        : std::max(window.minimumWidth(), layout->totalMinimumSize().width());
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                   : layout->totalSizeHint().height();
    window.resize(width, window.isVisible() ? std::max(window.height(), needed) : needed);
}

} // namespace ui::widgets
