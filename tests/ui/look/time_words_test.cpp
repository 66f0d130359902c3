// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/clock_label.h"
#include "widgets/time_words.h"

#include <QDateTime>
#include <QTest>

using namespace ui::widgets;

namespace
{

constexpr qint64 minute_ms = 60 * 1000;
constexpr qint64 hour_ms = 60 * minute_ms;

const QTimeZone &shanghai()
{
    static const QTimeZone zone("Asia/Shanghai");
    return zone;
}

qint64 at(const char *local)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(local), Qt::ISODate);
    time.setTimeZone(shanghai());
    return time.toMSecsSinceEpoch();
}

} // namespace

class TimeWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void times_data();
    void times();
    void clocksSayWhatIsLeftOrLate();
    void clockLabelTellsTheExactTimeOnHover();
};

void TimeWordsTest::durations_data()
{
    QTest::addColumn<qint64>("duration_ms");
    QTest::addColumn<QString>("words");
    QTest::newRow("seconds") << qint64(59999) << QStringLiteral("under 1 min");
    QTest::newRow("a minute") << minute_ms << QStringLiteral("1 min");
    QTest::newRow("just below an hour") << hour_ms - 1 << QStringLiteral("59 min");
    QTest::newRow("an hour") << hour_ms << QStringLiteral("1 h");
    QTest::newRow("95 minutes") << 95 * minute_ms << QStringLiteral("1 h 35 min");
    QTest::newRow("late") << -135 * minute_ms << QStringLiteral("2 h 15 min");
    QTest::newRow("a day") << 24 * hour_ms << QStringLiteral("1 d");
    QTest::newRow("days") << 51 * hour_ms + 40 * minute_ms << QStringLiteral("2 d 3 h");
}

void TimeWordsTest::durations()
{
    QFETCH(qint64, duration_ms);
    QTEST(durationWords(duration_ms), "words");
}

void TimeWordsTest::times_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("words");
    QTest::newRow("same day") << QStringLiteral("2026-11-20T14:30:00")
                              << QStringLiteral("today 14:30");
    QTest::newRow("first minute of the day")
        << QStringLiteral("2026-11-20T00:00:00") << QStringLiteral("today 00:00");
    QTest::newRow("a minute before")
        << QStringLiteral("2026-11-19T23:59:00") << QStringLiteral("yesterday 23:59");
    QTest::newRow("promised") << QStringLiteral("2026-11-21T09:00:00")
                              << QStringLiteral("tomorrow 09:00");
    QTest::newRow("this year") << QStringLiteral("2026-11-03T08:15:00")
                               << QStringLiteral("11-03 08:15");
    QTest::newRow("another year") << QStringLiteral("2025-12-31T23:00:00")
                                  << QStringLiteral("2025-12-31 23:00");
}

void TimeWordsTest::times()
{
    QFETCH(QString, time);
    // 00:30 in Shanghai is still the day before in UTC: the company's zone decides what today is.
    const qint64 now_ms = at("2026-11-20T00:30:00");
    QTEST(timeWords(at(time.toLatin1().constData()), now_ms, shanghai()), "words");
}

void TimeWordsTest::clocksSayWhatIsLeftOrLate()
{
    const qint64 soon_ms = 30 * minute_ms;
    const ClockWords calm = clockWords(95 * minute_ms, 0, soon_ms);
    QCOMPARE(calm.mood, Mood::Running);
    QCOMPARE(calm.text, QStringLiteral("1 h 35 min left"));
    QCOMPARE(clockWords(soon_ms, 0, soon_ms).mood, Mood::Soon);
    QCOMPARE(clockWords(0, 0, soon_ms).mood, Mood::Soon);
    const ClockWords late = clockWords(0, 135 * minute_ms, soon_ms);
    QCOMPARE(late.mood, Mood::Late);
    QCOMPARE(late.text, QStringLiteral("2 h 15 min late"));
}

void TimeWordsTest::clockLabelTellsTheExactTimeOnHover()
{
    ClockLabel label(shanghai());
    label.setClock(at("2026-11-20T16:32:05"), at("2026-11-20T14:32:05"));
    QCOMPARE(label.accessibleName(), QStringLiteral("2 h left"));
    QCOMPARE(label.toolTip(), QStringLiteral("due 2026-11-20 16:32:05"));
}

QTEST_MAIN(TimeWordsTest)
#include "time_words_test.moc"
