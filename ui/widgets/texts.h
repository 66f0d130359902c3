// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ui::widgets
{

/// Running text of a dialog: it wraps, and what somebody else wrote in it is never taken for markup.
QLabel *paragraph(const QString &text, QWidget *parent);
/// The same for what one may read once.
QLabel *quietParagraph(const QString &text, QWidget *parent);
/// A code that two people read to each other or compare sign by sign, from their chairs.
QLabel *readAloud(QWidget *parent);

} // namespace ui::widgets
