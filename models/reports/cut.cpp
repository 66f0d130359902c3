// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/cut.h"

#include <QDateTime>

namespace reports
{

QString Cut::text() const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(at_ms, Qt::UTC);
    return QString::number(position) + QLatin1Char('@') + at.toString(Qt::ISODate);
}

std::optional<Cut> Cut::parse(const QString &text)
{
    const qsizetype mark = text.indexOf(QLatin1Char('@'));
    bool isNumber = false;
    Cut cut{.position = text.left(mark).toLongLong(&isNumber)};
    if (!isNumber || cut.position < 1)
        return {};
    if (mark < 0)
        return cut;
    const QDateTime at = QDateTime::fromString(text.mid(mark + 1), Qt::ISODate);
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime)
        return {};
    cut.at_ms = at.toMSecsSinceEpoch();
    return cut;
}

} // namespace reports
