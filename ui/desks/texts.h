// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ui::desks
{

// Running text of the dialogs about desks, in a width that is read easily.
inline constexpr int readableWidth = 500;

QLabel *paragraph(const QString &text, QWidget *parent);
QLabel *quietParagraph(const QString &text, QWidget *parent); // what one may read once
// What is read aloud or compared sign by sign.
QLabel *readAloud(QWidget *parent);

} // namespace ui::desks
