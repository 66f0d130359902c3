// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/clock_words.h"

#include "domain/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace items
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items::ClockWords)
};

constexpr int hour_min = 60;
constexpr int mostDays = 14;

QString lengthWords(qint64 minutes)
{
    QStringList parts;
    if (minutes >= hour_min)
        parts << Words::tr("%1 h").arg(minutes / hour_min);
    if (minutes % hour_min || parts.isEmpty())
        parts << Words::tr("%1 min").arg(minutes % hour_min);
    return parts.join(QLatin1Char(' '));
}

QString moment(qint64 at_ms, const QTimeZone &zone, const QString &format)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).toString(format);
}

} // namespace

QString basisWords(const ClockBasis &basis, const Standards &standards)
{
    const QString name = standards.nameOf(basis.hours);
    if (basis.days > 0) {
        return name.isEmpty() ? Words::tr("%n day(s)", nullptr, basis.days)
                              : Words::tr("%n workday(s), %1", nullptr, basis.days).arg(name);
    }
    if (basis.minutes <= 0)
        return Words::tr("a time that was agreed");
    const QString length = lengthWords(basis.minutes);
    return name.isEmpty() ? Words::tr("%1 around the clock").arg(length)
                          : Words::tr("%1, %2").arg(length, name);
}

QStringList countedWords(const ClockBasis &basis, qint64 from_ms, qint64 to_ms,
    const Standards &standards, const QTimeZone &zone)
{
    QStringList lines;
    if (basis.hours.isEmpty() || basis.minutes <= 0)
        return lines;
    QString day;
    for (const Stretch &stretch : standards.stretches(basis.hours, from_ms, to_ms)) {
        const QString hours = moment(stretch.from_ms, zone, QStringLiteral("HH:mm"))
            + QStringLiteral("–") + moment(stretch.to_ms, zone, QStringLiteral("HH:mm"));
        const QString date = moment(stretch.from_ms, zone, QStringLiteral("MM-dd"));
        if (date == day)
            lines.last() += QStringLiteral("  ") + hours;
        else
            lines << date + QStringLiteral("  ") + hours;
        day = date;
    }
    return lines.size() > mostDays ? QStringList() : lines;
}

QString clockStory(const TicketClock &clock, const Standards &standards, const QTimeZone &zone)
{
    const QString format = QStringLiteral("MM-dd HH:mm");
    QStringList lines{
        Words::tr("%1: due %2").arg(clockWord(clock.clock), moment(clock.due_ms, zone, format))};
    lines << Words::tr("From %1, %2")
                 .arg(moment(clock.started_ms, zone, format), basisWords(clock.basis, standards));
    if (clock.isPaused())
        lines << Words::tr("Rests since %1").arg(moment(clock.paused_ms, zone, format));
    if (clock.rested_ms)
        lines << Words::tr("Rested for %1").arg(lengthWords(clock.rested_ms / 60'000));
    else
        lines << countedWords(clock.basis, clock.started_ms, clock.due_ms, standards, zone);
    return lines.join(QLatin1Char('\n'));
}

} // namespace items
