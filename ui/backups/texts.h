// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ui::backups
{

// Running text of the dialogs about keys and backups, in a width that is read easily.
inline constexpr int readableWidth = 460;

QLabel *paragraph(const QString &text, QWidget *parent);
// What one may read once.
QLabel *quietParagraph(const QString &text, QWidget *parent);
QLabel *heading(const QString &text, QWidget *parent);

QString sizeWords(qint64 bytes);
QString momentWords(qint64 moment_ms); // by the computer's clock: the desk may not be open

} // namespace ui::backups
