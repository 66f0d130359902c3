// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"

#include <QIODevice>

#include <variant>

namespace exchange
{

// Which encoding a text is in when nobody says so: UTF-8 with or without mark, UTF-16 with mark,
// GB18030, GBK, Big5 or Latin-1. Judged by the first megabyte from the first byte that isn't
// ASCII. GB18030 goes before GBK, which it contains but for a few characters. A text that is
// plausible in none is refused rather than garbled.
std::variant<QString, FileRefusal> guessEncoding(QIODevice &text, const QString &fileName);

} // namespace exchange
