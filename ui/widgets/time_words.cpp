// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace ui::widgets
{

namespace
{

QString words(const char *source)
{
    return QCoreApplication::translate("TimeWords", source);
}

} // namespace

QString durationWords(qint64 duration_ms)
{
    const qint64 minutes = std::abs(duration_ms) / 60000;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    if (minutes < 1)
        return words(QT_TRANSLATE_NOOP("TimeWords", "under 1 min"));
    if (hours < 1)
        return words(QT_TRANSLATE_NOOP("TimeWords", "%1 min")).arg(minutes);
    if (days < 1 && minutes % 60 == 0)
        return words(QT_TRANSLATE_NOOP("TimeWords", "%1 h")).arg(hours);
    if (days < 1)
        return words(QT_TRANSLATE_NOOP("TimeWords", "%1 h %2 min")).arg(hours).arg(minutes % 60);
    if (hours % 24 == 0)
        return words(QT_TRANSLATE_NOOP("TimeWords", "%1 d")).arg(days);
    return words(QT_TRANSLATE_NOOP("TimeWords", "%1 d %2 h")).arg(days).arg(hours % 24);
}

QString timeWords(qint64 at_ms, qint64 now_ms, const QTimeZone &zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(at_ms, zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now_ms, zone).date();
    const QString time = at.toString(QStringLiteral("HH:mm"));
    switch (today.daysTo(at.date())) {
    case 0:
        return words(QT_TRANSLATE_NOOP("TimeWords", "today %1")).arg(time);
    case -1:
        return words(QT_TRANSLATE_NOOP("TimeWords", "yesterday %1")).arg(time);
    case 1:
        return words(QT_TRANSLATE_NOOP("TimeWords", "tomorrow %1")).arg(time);
    default:
        break;
    }
    if (at.date().year() == today.year())
        return at.toString(QStringLiteral("MM-dd HH:mm"));
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString exactTime(qint64 at_ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace ui::widgets
