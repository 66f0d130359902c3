// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"

#include <QRandomGenerator>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

const QTimeZone shanghai("Asia/Shanghai");

DayHours hours(const char16_t *text)
{
    return hoursFrom(QString::fromUtf16(text)).value();
}

/// An office from Monday to Friday with a lunch break, and the days of some years on which the State Council had people rest or work
/// otherwise (国务院办公厅关于部分节假日安排的通知, 2020, 2024, 2025), besides a half day of the company's own.
Calendar office()
{
    const DayHours day = hours(u"08:30-12:00 13:30-17:30");
    QHash<QDate, DayHours> other{{QDate(2024, 2, 4), day}, {QDate(2024, 2, 18), day},
        {QDate(2024, 12, 31), hours(u"08:30-12:00")}, {QDate(2025, 1, 1), {}}};
    const auto close = [&other](QDate from, QDate to) {
        for (QDate one = from; one <= to; one = one.addDays(1))
            other.insert(one, {});
    };
    close(QDate(2024, 2, 10), QDate(2024, 2, 17));
    close(QDate(2020, 1, 24), QDate(2020, 2, 3));
    return {{day, day, day, day, day, {}, {}}, other, shanghai};
}

qint64 at(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(shanghai);
    return time.toMSecsSinceEpoch();
}

QString text(std::optional<qint64> at_ms)
{
    return at_ms ? QDateTime::fromMSecsSinceEpoch(*at_ms, shanghai).toString(u"yyyy-MM-dd HH:mm"_s)
                 : u"never"_s;
}

/// Whether the minute that begins then is served, found out as slowly and plainly as can be.
bool isServed(
    const Calendar::Week &week, const QHash<QDate, DayHours> &other, const QDateTime &minute)
{
    const int at = minute.time().hour() * 60 + minute.time().minute();
    const DayHours &day = other.value(minute.date(), week[size_t(minute.date().dayOfWeek() - 1)]);
    return std::ranges::any_of(
        day, [at](const Hours &one) { return one.from_min <= at && at < one.to_min; });
}

} // namespace

/// Which minutes count for a promise, worked out by hand and against a reckoning minute by minute.
class CalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueTimes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *name, const QString &from, int minutes,
                             const QString &due) { QTest::newRow(name) << from << minutes << due; };
        row("within the morning", u"2024-01-08 09:00"_s, 30, u"2024-01-08 09:30"_s);
        row("over lunch", u"2024-01-08 11:50"_s, 30, u"2024-01-08 13:50"_s);
        row("up to lunch", u"2024-01-08 11:30"_s, 30, u"2024-01-08 12:00"_s);
        row("taken in at lunch", u"2024-01-08 12:40"_s, 30, u"2024-01-08 14:00"_s);
        row("before the office opens", u"2024-01-08 07:00"_s, 30, u"2024-01-08 09:00"_s);
        row("after it closed", u"2024-01-08 18:00"_s, 30, u"2024-01-09 09:00"_s);
        row("over the weekend", u"2024-01-05 17:00"_s, 60, u"2024-01-08 09:00"_s);
        row("on a Saturday", u"2024-01-06 10:00"_s, 30, u"2024-01-08 09:00"_s);
        row("a whole week", u"2024-01-08 08:30"_s, 5 * 450, u"2024-01-12 17:30"_s);
        row("to a Sunday that is worked", u"2024-02-02 17:00"_s, 60, u"2024-02-04 09:00"_s);
        row("over the Spring Festival", u"2024-02-09 17:00"_s, 60, u"2024-02-18 09:00"_s);
        row("in the Spring Festival", u"2024-02-12 10:00"_s, 450, u"2024-02-18 17:30"_s);
        row("over the prolonged one", u"2020-01-23 17:00"_s, 60, u"2020-02-04 09:00"_s);
        row("over a half day and the year's end", u"2024-12-31 11:30"_s, 60, u"2025-01-02 09:00"_s);
        row("nothing to wait for", u"2024-01-06 10:00"_s, 0, u"2024-01-06 10:00"_s);
    }

    void dueTimes()
    {
        QFETCH(QString, from);
        QFETCH(int, minutes);
        QFETCH(QString, due);
        const Calendar calendar = office();
        const auto found = calendar.after(at(from), minutes * 60'000LL);
        QCOMPARE(text(found), due);
        // Explained: the stretches up to then are the very minutes.
        QCOMPARE(calendar.served_ms(at(from), *found), minutes * 60'000LL);
    }

    void workdays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("due");
        QTest::newRow("the next") << "2024-01-08 10:00" << 1 << "2024-01-09 17:30";
        QTest::newRow("over a weekend") << "2024-01-05 16:00" << 1 << "2024-01-08 17:30";
        QTest::newRow("three over the Sunday that is worked")
            << "2024-02-01 09:00" << 3 << "2024-02-05 17:30";
        QTest::newRow("thirteen over the Spring Festival")
            << "2024-01-29 10:00" << 13 << "2024-02-20 17:30";
        QTest::newRow("to a half day") << "2024-12-30 10:00" << 1 << "2024-12-31 12:00";
    }

    void workdays()
    {
        QFETCH(QString, from);
        QFETCH(int, days);
        QFETCH(QString, due);
        QCOMPARE(text(office().endOfDay(at(from), days)), due);
    }

    void aroundMidnight()
    {
        const DayHours night = hours(u"00:00-06:00 22:00-24:00");
        const Calendar calendar({night, night, night, night, night, night, night}, {}, shanghai);
        QCOMPARE(
            text(calendar.after(at(u"2024-12-31 23:30"_s), 60 * 60'000)), u"2025-01-01 00:30"_s);
        const auto stretches =
            calendar.stretches(at(u"2024-12-31 21:00"_s), at(u"2025-01-01 23:00"_s));
        QCOMPARE(stretches.size(), 2);
        QCOMPARE(text(stretches[0].from_ms), u"2024-12-31 22:00"_s);
        QCOMPARE(text(stretches[0].to_ms), u"2025-01-01 06:00"_s);
        QCOMPARE(text(stretches[1].to_ms), u"2025-01-01 23:00"_s);
    }

    void whatNeverOpensHasNoDueTime()
    {
        const Calendar closed({}, {}, shanghai);
        QVERIFY(!closed.after(at(u"2024-01-08 10:00"_s), 60'000));
        QVERIFY(!closed.endOfDay(at(u"2024-01-08 10:00"_s), 1));
        QCOMPARE(closed.served_ms(at(u"2024-01-08 10:00"_s), at(u"2034-01-08 10:00"_s)), 0);
    }

    void everyMinuteCountsOnce()
    {
        QRandomGenerator dice(20240204);
        const QTimeZone zones[] = {
            shanghai, QTimeZone("UTC"), QTimeZone("Asia/Kolkata"), QTimeZone("America/New_York")};
        for (int round = 0; round < 60; ++round) {
            // Clocks change at night, where a wall's hour comes twice or never; services over that are by their own rules.
            const auto day = [&dice] {
                DayHours made;
                for (int from = 4 * 60; from < 24 * 60 && made.size() < 4;) {
                    const int begins = from + dice.bounded(1, 300);
                    const int ends = std::min(24 * 60, begins + dice.bounded(1, 300));
                    if (begins < ends && dice.bounded(3))
                        made.append({begins, ends});
                    from = ends;
                }
                return dice.bounded(4) ? made : DayHours();
            };
            Calendar::Week week;
            for (DayHours &one : week)
                one = day();
            week[0] = hours(u"09:00-10:00"); // it opens at least once a week
            QHash<QDate, DayHours> other;
            const QDate begins(2024, 1 + dice.bounded(12), 1 + dice.bounded(28));
            for (int i = 0; i < 6; ++i)
                other.insert(begins.addDays(dice.bounded(20)), day());
            const QTimeZone &zone = zones[round % 4];
            const Calendar calendar(week, other, zone);
            const qint64 from_ms =
                begins.startOfDay(zone).toMSecsSinceEpoch() + dice.bounded(3 * 1440) * 60'000LL;
            const int wanted = dice.bounded(1, 2'000);
            int served = 0;
            qint64 now_ms = from_ms;
            for (; served < wanted; now_ms += 60'000)
                served += isServed(week, other, QDateTime::fromMSecsSinceEpoch(now_ms, zone));
            QCOMPARE(calendar.after(from_ms, wanted * 60'000LL).value(), now_ms);
            QCOMPARE(calendar.served_ms(from_ms, now_ms), wanted * 60'000LL);
        }
    }

    void hoursAreReadAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("two") << "08:30-12:00 13:30-17:30"
                             << "08:30-12:00 13:30-17:30";
        QTest::newRow("Chinese signs")
            << u"8：30～12：00，13：30至17：30"_s << "08:30-12:00 13:30-17:30";
        QTest::newRow("in any order") << "13:30-17:30; 8:30-12:00"
                                      << "08:30-12:00 13:30-17:30";
        QTest::newRow("the whole day") << "0:00-24:00"
                                       << "00:00-24:00";
        QTest::newRow("closed") << "  "
                                << "";
        QTest::newRow("backwards") << "17:30-08:30"
                                   << "none";
        QTest::newRow("overlapping") << "08:30-12:00 11:00-13:00"
                                     << "none";
        QTest::newRow("no such time") << "08:30-25:00"
                                      << "none";
        QTest::newRow("no such minute") << "08:61-12:00"
                                        << "none";
        QTest::newRow("something else") << "08:30-12:00 and later"
                                        << "none";
    }

    void hoursAreReadAsTheyAreTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        const auto read = hoursFrom(typed);
        QCOMPARE(read ? hoursText(*read) : u"none"_s, meant);
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "calendar_test.moc"
