// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/period.h"

#include <QTest>

using reports::Period;

class PeriodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void refusesWhatIsNoPeriod_data();
    void refusesWhatIsNoPeriod();
    void knowsItsNeighbours_data();
    void knowsItsNeighbours();
    void beginsAtMidnightOfTheCompany();
    void fallsIntoParts_data();
    void fallsIntoParts();
};

void PeriodTest::readsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("year") << "2018" << QDate(2018, 1, 1) << QDate(2018, 12, 31);
    QTest::newRow("quarter") << "2018-Q1" << QDate(2018, 1, 1) << QDate(2018, 3, 31);
    QTest::newRow("last quarter") << "2018-Q4" << QDate(2018, 10, 1) << QDate(2018, 12, 31);
    QTest::newRow("month") << "2018-03" << QDate(2018, 3, 1) << QDate(2018, 3, 31);
    QTest::newRow("leap month") << "2024-02" << QDate(2024, 2, 1) << QDate(2024, 2, 29);
    QTest::newRow("week") << "2018-W10" << QDate(2018, 3, 5) << QDate(2018, 3, 11);
    QTest::newRow("a week that begins in the year before")
        << "2020-W01" << QDate(2019, 12, 30) << QDate(2020, 1, 5);
    QTest::newRow("week 53") << "2020-W53" << QDate(2020, 12, 28) << QDate(2021, 1, 3);
    QTest::newRow("day") << "2018-03-09" << QDate(2018, 3, 9) << QDate(2018, 3, 9);
}

void PeriodTest::readsWhatPeopleWrite()
{
    QFETCH(QString, text);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    const auto period = Period::parse(text);
    QVERIFY(period);
    QCOMPARE(period->first(), first);
    QCOMPARE(period->last(), last);
    QCOMPARE(period->text(), text);
}

void PeriodTest::refusesWhatIsNoPeriod_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "18", "0018", "2018-", "2018-13", "2018-00", "2018-Q5", "2018-Q0",
             "2018-W00", "2018-W53", "2018-02-29", "2018-3", "2018-03-9", "2018-03-09T10:00",
             " 2018", "2018-Q1-02", "２０１８"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void PeriodTest::refusesWhatIsNoPeriod()
{
    QFETCH(QString, text);
    QVERIFY(!Period::parse(text));
}

void PeriodTest::knowsItsNeighbours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("yearBefore");
    QTest::newRow("day") << "2018-03-01"
                         << "2018-02-28"
                         << "2018-03-02"
                         << "2017-03-01";
    QTest::newRow("29 February") << "2024-02-29"
                                 << "2024-02-28"
                                 << "2024-03-01"
                                 << "2023-02-28";
    QTest::newRow("week") << "2018-W01"
                          << "2017-W52"
                          << "2018-W02"
                          << "2017-W01";
    QTest::newRow("week 53") << "2020-W53"
                             << "2020-W52"
                             << "2021-W01"
                             << "2019-W52";
    QTest::newRow("month") << "2018-01"
                           << "2017-12"
                           << "2018-02"
                           << "2017-01";
    QTest::newRow("quarter") << "2018-Q1"
                             << "2017-Q4"
                             << "2018-Q2"
                             << "2017-Q1";
    QTest::newRow("year") << "2018"
                          << "2017"
                          << "2019"
                          << "2017";
}

void PeriodTest::knowsItsNeighbours()
{
    QFETCH(QString, text);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, yearBefore);
    const Period period = Period::parse(text).value();
    QCOMPARE(period.before().text(), before);
    QCOMPARE(period.after().text(), after);
    QCOMPARE(period.yearBefore().text(), yearBefore);
    QCOMPARE(period.before().after(), period);
    QCOMPARE(Period::containing(period.kind(), period.last()), period);
}

void PeriodTest::beginsAtMidnightOfTheCompany()
{
    const QTimeZone zone("Asia/Shanghai");
    const Period june = Period::parse(u"2018-06").value();
    QCOMPARE(june.begin_ms(zone), QDateTime({2018, 5, 31}, {16, 0}, Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(june.end_ms(zone), QDateTime({2018, 6, 30}, {16, 0}, Qt::UTC).toMSecsSinceEpoch());
    // A day on which the clocks go forward has 23 hours.
    QCOMPARE(Period::parse(u"2018-03-25")->parts(QTimeZone("Europe/Berlin")).size(), 23);
}

void PeriodTest::fallsIntoParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("second");
    QTest::newRow("day: hours") << "2018-03-09" << 24 << "01:00";
    QTest::newRow("week: days") << "2018-W10" << 7 << "03-06";
    QTest::newRow("month: days") << "2018-02" << 28 << "2";
    QTest::newRow("quarter: weeks, the first one short") << "2018-Q2" << 14 << "04-02";
    QTest::newRow("year: months") << "2018" << 12 << "2";
}

void PeriodTest::fallsIntoParts()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QFETCH(QString, second);
    const QTimeZone zone("Asia/Shanghai");
    const Period period = Period::parse(text).value();
    const auto parts = period.parts(zone);
    QCOMPARE(parts.size(), count);
    QCOMPARE(parts[1].label, second);
    QCOMPARE(parts.first().begin_ms, period.begin_ms(zone));
    QVERIFY(parts.last().begin_ms < period.end_ms(zone));
}

QTEST_GUILESS_MAIN(PeriodTest)
#include "period_test.moc"
