// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/geo/shapes.h"

#include "geo/numbering.h"

#include <QTest>

using namespace geo;
using namespace shapes;
using namespace Qt::StringLiterals;

class NumberingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesAsOneReads();
    void bearsCrookedTowns();
    void putsThoseWithoutAnAreaLast();
    void proposesWhatIsFree();
    void refusesWhatCantBeNumbered();
    void judgesCodes_data();
    void judgesCodes();
};

void NumberingTest::goesAsOneReads()
{
    // Two rows, handed over in any order; one grid sits somewhat lower, one is taller than the rest.
    const QVector<domain::GridArea> areas{{{}, of(box(20, 0, 30, 10))},
        {{}, of(box(0, 10, 10, 20))}, {{}, of(box(0, 0, 10, 10))}, {{}, of(box(10, 7, 20, 17))},
        {{}, of(box(20, 10, 30, 22))}, {{}, of(box(10, -2, 20, 7))}};
    QCOMPARE(numbered(areas), (QVector{1, 3, 4, 2, 5, 0}));
}

void NumberingTest::bearsCrookedTowns()
{
    // Town makes its rows from south to north, each from west to east.
    const QVector<int> order = numbered(Town(7, 5, 3, 21).areas());
    QVector<int> expected;
    for (int row = 4; row >= 0; --row) {
        for (int column = 0; column < 7; ++column)
            expected << row * 7 + column;
    }
    QCOMPARE(order, expected);
}

void NumberingTest::putsThoseWithoutAnAreaLast()
{
    QCOMPARE(numbered({}), QVector<int>());
    QCOMPARE(numbered({{}, {{}, of(box(0, 0, 10, 10))}, {}}), (QVector{1, 0, 2}));
}

void NumberingTest::proposesWhatIsFree()
{
    const QVector<domain::GridArea> areas{
        {{}, of(box(10, 0, 20, 10))}, {{}, of(box(0, 0, 10, 10))}, {{}, of(box(20, 0, 30, 10))}};
    QCOMPARE(std::get<QStringList>(proposeCodes(areas, u"110105001002"_s)),
        (QStringList{u"110105001002002"_s, u"110105001002001"_s, u"110105001002003"_s}));
    QCOMPARE(std::get<QStringList>(proposeCodes(areas, {}, {u"01"_s, u"03"_s})),
        (QStringList{u"04"_s, u"02"_s, u"05"_s}));
    const auto codes =
        std::get<QStringList>(proposeCodes(Town(30, 33, 0, 1).areas(), u"110105001002"_s));
    QCOMPARE(QSet(codes.begin(), codes.end()).size(), 990);
    for (const QString &code : codes)
        QVERIFY(!faultOfCode(code));
}

void NumberingTest::refusesWhatCantBeNumbered()
{
    const auto isRefused = [](const auto &codes) {
        return std::holds_alternative<domain::Refusal>(codes);
    };
    QVERIFY(isRefused(proposeCodes({}, u"1101"_s)));
    QVERIFY(isRefused(proposeCodes({}, u"11010500100x"_s)));
    QVERIFY(isRefused(proposeCodes(Town(10, 10, 0, 1).areas(), {})));
    QVERIFY(isRefused(proposeCodes(Town(40, 25, 0, 1).areas(), u"110105001002"_s)));
    QVERIFY(!isRefused(proposeCodes(Town(11, 9, 0, 1).areas(), {})));
}

void NumberingTest::judgesCodes_data()
{
    QTest::addColumn<bool>("right");
    for (const char *code : {"01", "07", "99", "110105001002003", "110105000000001"})
        QTest::newRow(code) << true;
    for (const char *code : {"", "0", "00", "1", "100", "7A", "0７", "110105001002000",
             "11010500100200", "1101050010020031", "010105001002003", "11010500100200A", " 01"})
        QTest::newRow(code) << false;
}

void NumberingTest::judgesCodes()
{
    QFETCH(bool, right);
    const auto fault = faultOfCode(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(!fault, right);
    QVERIFY(right || (!fault->what.isEmpty() && !fault->advice.isEmpty()));
}

QTEST_APPLESS_MAIN(NumberingTest)
#include "numbering_test.moc"
