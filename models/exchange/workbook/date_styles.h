// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace exchange
{

// A workbook keeps a date as a number, and only the cell's style says that it is one. GDAL knows
// few styles: it takes the time of day off a cell in "yyyy/m/d h:mm" and leaves Chinese built-in
// dates as numbers. So every style that shows any part of a date or time becomes one that GDAL
// reads in full. Takes and gives the content of xl/styles.xml.
QByteArray withFullDates(const QByteArray &styles);

// What GDAL makes of such a cell, 2019/04/25 09:31:41, as ISO text: a day without time when the
// number was whole, a time without day when it was below one. Other text is left as it is.
QString isoFromGdal(const QString &text, bool countsFrom1904);

} // namespace exchange
