// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese text by its Mandarin reading, so that a clerk finds 幸福小区 by typing xfxq. A character
// with several readings gets one: the usual one, that of a known word, or that of a surname.
#pragma once

#include "domain/syllables.h"

#include <QByteArray>

namespace domain
{

// Lower-case ASCII. Latin letters and digits pass through lower-cased, others are dropped.
QByteArray pinyinInitials(QStringView text, Reading reading = Reading::Word);
QByteArray pinyinFull(QStringView text, Reading reading = Reading::Word);

// Whether the typed text is a part of the text itself, whatever the case, or names syllables that
// stand side by side in it, each by its beginning: "xfxq", "xingfuxq", "fxiaoq" for 幸福小区.
bool pinyinMatches(QStringView text, QStringView typed, Reading reading = Reading::Word);

} // namespace domain
