// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

namespace exchange
{

// The library turns every byte of a KML's attribute names that isn't ASCII into an underscore, so that 网格长 and 责任人 would be
// one and the same. Gives such names plain stand-ins in the text (UTF-8), and says what each stands for.
QHash<QByteArray, QByteArray> standInForNames(QByteArray &kml);

} // namespace exchange
