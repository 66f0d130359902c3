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
        return tr(words.within).arg(widgets::durationWords(promise.due_ms - from_ms));
    }).join(tr(", "));
}

QString dueWords(const QVector<ClockStart> &promises, qint64 now_ms, const QTimeZone &zone)
{
    return each(promises, [&](const Words &words, const ClockStart &promise) {
        return tr(words.before).arg(widgets::timeWords(promise.due_ms, now_ms, zone));
    }).join(QStringLiteral(" · "));
}

} // namespace ui::intake
