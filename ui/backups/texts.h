// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/texts.h"

namespace ui::backups
{

using widgets::paragraph;
using widgets::quietParagraph;

// Running text of the dialogs about keys and backups, in a width that is read easily.
inline constexpr int readableWidth = 460;

QLabel *heading(const QString &text, QWidget *parent);

QString sizeWords(qint64 bytes);
QString momentWords(qint64 moment_ms); // by the computer's clock: the desk may not be open

} // namespace ui::backups
