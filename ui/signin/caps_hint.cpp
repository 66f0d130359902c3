// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/caps_hint.h"

#include <QKeyEvent>

namespace ui::signin
{

Caps capsSeenIn(const QKeyEvent &key)
{
    if (key.text().size() != 1 || key.text().front().unicode() > 0x7f
        || !key.text().front().isLetter() || key.modifiers() & ~Qt::ShiftModifier)
        return Caps::Unknown;
    const bool isCapital = key.text().front().isUpper();
    const bool hasShift = key.modifiers() & Qt::ShiftModifier;
    return isCapital != hasShift ? Caps::On : Caps::Off;
}

} // namespace ui::signin
