// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/division.h"
#include "domain/shape_code.h"

#include <QTest>

using namespace domain;
using namespace support;
using namespace Qt::StringLiterals;

namespace
{

const Id seven = Id::named("grid 7"), eight = Id::named("grid 8"), fresh = Id::named("grid 9");
constexpr qint64 december_ms = 1'764'518'400'000;

Shape square(qint32 west)
{
    return {{Polygon{{{west, 0}, {west + 10, 0}, {west + 10, 10}, {west, 10}}, {}}}};
}

PutRow gridRow(const Id &id, const QString &code, const QString &name)
{
    return {Register::Grid, id, {{grid::Code, code}, {grid::Name, name}}, {}};
}

/// Two grids, 07 and 08.
class Area : public FakeSurroundings
{
public:
    Area()
    {
        put(seven, u"07"_s);
        put(eight, u"08"_s);
    }
    void put(const Id &id, const QString &code)
    {
        rows.insert(id, {id, Register::Grid, gridRow(id, code, u"网格"_s).values});
        filed.insert(id, {Register::Grid, {}});
        codes.insert({Register::Grid, code}, id);
    }
    void sit(const char *role)
    {
        given.put({Id::named("grant"), Register::Grant,
            {{grant::Person, QVariant::fromValue(me)}, {grant::Role, QString::fromLatin1(role)}}});
    }
};

QString outcomeOf(const Decision &decision)
{
    if (const auto *refusal = std::get_if<Refusal>(&decision))
        return refusal->field + u": "_s + refusal->what;
    QStringList puts;
    for (const Event &event : std::get<Events>(decision)) {
        const auto &put = std::get<RegisterPut>(event);
        puts << QLatin1StringView(registerSpec(put.reg).key)
                + (put.cleared.contains(drawing::Area) ? u" without area"_s : u""_s);
    }
    return puts.join(u", "_s);
}

} // namespace

/// Who draws which grid from when on, and what becomes of it.
class DivisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawingsAreDecided_data()
    {
        QTest::addColumn<DrawGrids>("command");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const DrawGrids &command, const QString &outcome) {
            QTest::newRow(name) << command << outcome;
        };
        row("a grid", {0, {}, {{seven, square(0)}}, {}}, u"drawings"_s);
        row("a border between two",
            {december_ms, {}, {{seven, square(0)}, {eight, square(10)}}, {}},
            u"drawings, drawings"_s);
        row("a new one", {0, {gridRow(fresh, u"09"_s, u"东区"_s)}, {{fresh, square(0)}}, {}},
            u"grids, drawings"_s);
        row("one that ends", {december_ms, {}, {{seven, {}}}, {}}, u"drawings without area"_s);
        row("nothing", {}, u"area: Nothing is drawn."_s);
        row("nobody's", {0, {}, {{fresh, square(0)}}, {}}, u"grid: There is no such grid."_s);
        row("twice", {0, {}, {{seven, square(0)}, {seven, square(5)}}, {}},
            u"area: 07 网格 is drawn twice."_s);
        row("no area", {0, {}, {{seven, {{Polygon{{{0, 0}, {1, 1}}, {}}}}}}, {}},
            u"area: The area of 07 网格 is no area."_s);
        row("a code that is taken",
            {0, {gridRow(fresh, u"07"_s, u"东区"_s)}, {{fresh, square(0)}}, {}},
            u"code: Code \"07\" is already taken."_s);
        row("one code for two",
            {0, {gridRow(fresh, u"09"_s, u"东区"_s), gridRow(Id::named("x"), u"09"_s, u"西区"_s)},
                {{fresh, square(0)}}, {}},
            u"code: Two grids have the code \"09\"."_s);
        row("no name", {0, {gridRow(fresh, u"09"_s, {})}, {{fresh, square(0)}}, {}},
            u"name: Name is missing."_s);
    }
    void drawingsAreDecided()
    {
        QFETCH(DrawGrids, command);
        QTEST(outcomeOf(decide(command, Area())), "outcome");
    }

    void aBorderThatCrossesItselfIsRefusedByName()
    {
        Area around;
        around.fault = Refusal{u"area"_s, u"The border crosses itself."_s, u"Move it."_s};
        QCOMPARE(outcomeOf(decide(DrawGrids{0, {}, {{seven, square(0)}}, {}}, around)),
            u"area: 07 网格: The border crosses itself."_s);
    }

    void whoMayDraw_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("manager") << "manager"_ba << true;
        QTest::newRow("administrator") << "administrator"_ba << true;
        QTest::newRow("clerk") << "clerk"_ba << false;
        QTest::newRow("grid chief") << "chief"_ba << false;
    }
    void whoMayDraw()
    {
        QFETCH(QByteArray, role);
        Area around;
        around.sit(role);
        const Decision decision = decide(DrawGrids{0, {}, {{seven, square(0)}}, {}}, around);
        QTEST(std::holds_alternative<Events>(decision), "may");
    }

    void noMoreThanAnEntryHolds()
    {
        DrawGrids command;
        command.areas.fill({seven, square(0)}, mostDrawnAtOnce + 1);
        QCOMPARE(outcomeOf(decide(command, Area())), u"area: Too many grids are drawn at once."_s);
    }

    void aDrawingIsReadFromItsRow()
    {
        const auto decided =
            decide(DrawGrids{december_ms, {}, {{seven, square(3)}}, u" 扩建 "_s}, Area());
        const auto &put = std::get<RegisterPut>(std::get<Events>(decided).front());
        QCOMPARE(put.values.text(drawing::Reason), u"扩建"_s);
        RegisterRow row{put.row, put.reg, put.values};
        QCOMPARE(drawingIn(row), (Drawing{seven, december_ms, square(3)}));
        row.values.set(drawing::Area, "no code"_ba);
        QVERIFY(!drawingIn(row));
        row.values.remove(drawing::Area);
        QCOMPARE(drawingIn(row), (Drawing{seven, december_ms, {}}));
        row.removed = true;
        QVERIFY(!drawingIn(row));
        QVERIFY(!drawingIn({seven, Register::Grid, {}}));
    }

    void theSameDayIsTheSameDrawing()
    {
        QCOMPARE(drawingOf(seven, december_ms), drawingOf(seven, december_ms));
        QVERIFY(drawingOf(seven, december_ms) != drawingOf(seven, 0));
        QVERIFY(drawingOf(seven, december_ms) != drawingOf(eight, december_ms));
    }

    void anAreaIsNotTypedIn()
    {
        const PutRow put{
            Register::Drawing, fresh, {{drawing::Grid, QVariant::fromValue(seven)}}, {}};
        QVERIFY(std::holds_alternative<Refusal>(decide(put, Area())));
    }

    void whoAnswersForAPlace_data()
    {
        QTest::addColumn<QVector<Id>>("atPoint");
        QTest::addColumn<Id>("byAddress");
        QTest::addColumn<Id>("answer");
        const QVector<Id> none, one{seven}, both{seven, eight};
        QTest::newRow("nothing known") << none << Id() << Id();
        QTest::newRow("the address alone") << none << eight << eight;
        QTest::newRow("the point alone") << one << Id() << seven;
        QTest::newRow("they differ: the point") << one << eight << seven;
        QTest::newRow("two areas, the address decides") << both << eight << eight;
        QTest::newRow("two areas, nobody decides") << both << Id() << Id();
        QTest::newRow("two areas, the address is neither") << both << fresh << Id();
    }
    void whoAnswersForAPlace()
    {
        QFETCH(QVector<Id>, atPoint);
        QFETCH(Id, byAddress);
        QTEST(gridOf(atPoint, byAddress), "answer");
    }
};

QTEST_GUILESS_MAIN(DivisionTest)
#include "division_test.moc"
