// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/typed_time.h"

#include <QDateTime>
#include <QRegularExpression>

namespace ui::returns
{

namespace
{

QTime timeFrom(const QString &typed)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2})[:.]?(\\d{2})$"));
    const QRegularExpressionMatch found = shape.match(typed);
    return found.hasMatch() ? QTime(found.captured(1).toInt(), found.captured(2).toInt()) : QTime();
}

/// The latest such day that has come: of this month or the one before, of this year or the one before.
QDate dayFrom(const QString &typed, QDate today)
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:(?:(\\d{4})[-/.])?(\\d{1,2})[-/.])?(\\d{1,2})$"));
    const QRegularExpressionMatch found = shape.match(typed);
    if (!found.hasMatch())
        return {};
    const int year = found.captured(1).toInt(), month = found.captured(2).toInt(),
              day = found.captured(3).toInt();
    if (year)
        return {year, month, day};
    if (month) {
        const QDate thisYear(today.year(), month, day);
        return thisYear.isValid() && thisYear <= today ? thisYear
                                                       : QDate(today.year() - 1, month, day);
    }
    const QDate thisMonth(today.year(), today.month(), day);
    const QDate before = today.addMonths(-1);
    return thisMonth.isValid() && thisMonth <= today ? thisMonth
                                                     : QDate(before.year(), before.month(), day);
}

QString halfWidth(QStringView typed)
{
    return typed.toString().normalized(QString::NormalizationForm_KC).simplified();
}

} // namespace

std::optional<qint64> typedTime(QStringView typed, qint64 now_ms, const QTimeZone &zone)
{
    const QStringList parts = halfWidth(typed).split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 2)
        return {};
    const QTime time = timeFrom(parts.constLast());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(now_ms, zone);
    QDate day = now.date();
    if (parts.size() == 2)
        day = dayFrom(parts.constFirst(), day);
    else if (time > now.time())
        day = day.addDays(-1);
    if (!time.isValid() || !day.isValid())
        return {};
    return QDateTime(day, time, zone).toMSecsSinceEpoch();
}

} // namespace ui::returns
