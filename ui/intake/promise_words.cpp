// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/promise_words.h"

#include "widgets/time_words.h"

#include <QCoreApplication>

namespace ui::intake
{

using domain::ClockStart;

namespace
{

struct Words {
    const char *clock;
    const char *within;
    const char *before;
};
constexpr Words told[] = {
    {"contact", QT_TRANSLATE_NOOP("ui::intake", "called within %1"),
        QT_TRANSLATE_NOOP("ui::intake", "called before %1")},
    {"review", QT_TRANSLATE_NOOP("ui::intake", "reviewed within %1"),
        QT_TRANSLATE_NOOP("ui::intake", "reviewed before %1")},
    {"arrive", QT_TRANSLATE_NOOP("ui::intake", "on site within %1"),
        QT_TRANSLATE_NOOP("ui::intake", "on site before %1")},
    {"complete", QT_TRANSLATE_NOOP("ui::intake", "repaired within %1"),
        QT_TRANSLATE_NOOP("ui::intake", "repaired before %1")},
    {"reply", QT_TRANSLATE_NOOP("ui::intake", "answered within %1"),
        QT_TRANSLATE_NOOP("ui::intake", "answered before %1")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::intake", text);
}

/// Service hours are told as they are counted: what is due on Monday isn't promised "within three days".
QString lengthWords(const ClockStart &promise, qint64 from_ms)
{
    const domain::ClockBasis &basis = promise.basis;
    if (basis.days > 0 && !basis.hours.isEmpty())
        return QCoreApplication::translate("ui::intake", "%n workday(s)", nullptr, basis.days);
    if (basis.minutes > 0 && !basis.hours.isEmpty())
        return tr("%1 of service hours").arg(widgets::durationWords(basis.minutes * 60'000LL));
    return widgets::durationWords(promise.due_ms - from_ms);
}

template <typename Say> QStringList each(const QVector<ClockStart> &promises, Say say)
{
    QStringList words;
    for (const Words &one : told) {
        for (const ClockStart &promise : promises) {
            if (promise.clock == QLatin1StringView(one.clock))
                words << say(one, promise);
        }
    }
    return words;
}

} // namespace

QString promiseWords(const QVector<ClockStart> &promises, qint64 from_ms)
{
    return each(promises, [&](const Words &words, const ClockStart &promise) {
        return tr(words.within).arg(lengthWords(promise, from_ms));
    }).join(tr(", "));
}

QVector<ClockStart> promisesOf(const domain::Ticket &ticket)
{
    QVector<ClockStart> promises;
    for (const domain::TicketClock &clock : ticket.clocks)
        promises.append({clock.clock, clock.due_ms, clock.basis});
    return promises;
}

QString dueWords(const QVector<ClockStart> &promises, qint64 now_ms, const QTimeZone &zone)
{
    return each(promises, [&](const Words &words, const ClockStart &promise) {
        return tr(words.before).arg(widgets::timeWords(promise.due_ms, now_ms, zone));
    }).join(QStringLiteral(" · "));
}

} // namespace ui::intake
