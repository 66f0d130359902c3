// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/roster.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

ShiftHours duty(const QString &from, const QString &until)
{
    return {u"值"_s, u"值班"_s, u"duty"_s, QTime::fromString(from, u"HH:mm"_s),
        QTime::fromString(until, u"HH:mm"_s)};
}

QStringList gaps(const QVector<ShiftHours> &before, const QVector<ShiftHours> &same)
{
    QStringList words;
    for (const MinuteStretch &gap : dutyGaps(before, same))
        words << stretchWords(gap);
    return words;
}

} // namespace

/// Whether there is somebody on duty at every minute of a day.
class RosterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsCovered_data()
    {
        QTest::addColumn<QVector<ShiftHours>>("before");
        QTest::addColumn<QVector<ShiftHours>>("same");
        QTest::addColumn<QStringList>("open");
        using Shifts = QVector<ShiftHours>;
        const Shifts none;
        const ShiftHours through = duty(u"08:00"_s, u"08:00"_s),
                         night = duty(u"20:00"_s, u"08:00"_s),
                         daytime = duty(u"08:00"_s, u"20:00"_s);
        QTest::newRow("nobody") << none << none << QStringList{u"00:00–24:00"_s};
        QTest::newRow("both days") << Shifts{through} << Shifts{through} << QStringList();
        QTest::newRow("first day") << none << Shifts{through} << QStringList{u"00:00–08:00"_s};
        QTest::newRow("last day") << Shifts{through} << none << QStringList{u"08:00–24:00"_s};
        QTest::newRow("day and night") << Shifts{night} << Shifts{daytime, night} << QStringList();
        QTest::newRow("overlapping")
            << Shifts{through} << Shifts{duty(u"06:00"_s, u"18:00"_s), duty(u"17:00"_s, u"00:00"_s)}
            << QStringList();
        QTest::newRow("two gaps") << none
                                  << Shifts{duty(u"08:00"_s, u"12:00"_s),
                                         duty(u"13:30"_s, u"18:00"_s)}
                                  << QStringList{
                                         u"00:00–08:00"_s, u"12:00–13:30"_s, u"18:00–24:00"_s};
        ShiftHours work = through;
        work.kind = u"work"_s;
        QTest::newRow("work is no duty")
            << Shifts{work} << Shifts{work} << QStringList{u"00:00–24:00"_s};
        QTest::newRow("whole days")
            << none << Shifts{{u"值"_s, {}, u"duty"_s, {}, {}}} << QStringList();
    }

    void aDayIsCovered()
    {
        QFETCH(QVector<ShiftHours>, before);
        QFETCH(QVector<ShiftHours>, same);
        QTEST(gaps(before, same), "open");
    }

    void aCellIsOneRowForAPersonAndADay()
    {
        const Id li = Id::named("li"), zhao = Id::named("zhao");
        QCOMPARE(rosterCell(li, 1000), rosterCell(li, 1000));
        QVERIFY(rosterCell(li, 1000) != rosterCell(zhao, 1000));
        QVERIFY(rosterCell(li, 1000) != rosterCell(li, 2000));
    }
};

QTEST_GUILESS_MAIN(RosterTest)
#include "roster_test.moc"
