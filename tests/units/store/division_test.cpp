// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "domain/division.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::DesksTogether;
using support::moment_ms;

namespace
{

/// A block of a city some hundred metres wide, so many blocks east of the first.
Shape block(int east, int blocks = 1)
{
    const qint32 west = 1'163'900'000 + east * 10'000, south = 399'000'000;
    const qint32 width = blocks * 10'000, height = 10'000;
    return {{Polygon{{{west, south}, {west + width, south}, {west + width, south + height},
                         {west, south + height}},
        {}}}};
}

GeoPoint door(int east)
{
    return {1'163'905'000 + east * 10'000, 399'005'000};
}

/// A bow tie: its border crosses itself.
Shape bowTie()
{
    Shape shape = block(0);
    std::swap(shape.parts[0].outer[1], shape.parts[0].outer[2]);
    return shape;
}

} // namespace

/// Grids get areas, areas change, tickets find their grid, and desks that draw apart come to the same.
class DivisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketFindsItsGridByItsPoint();
    void theAddressDecidesBetweenTwoAreas();
    void aPastDayHasItsOwnDivision();
    void aGridThatEndsHasNoArea();
    void aRemovedGridHasNoArea();
    void aBorderThatCrossesItselfIsRefused();
    void nothingIsDrawnByHalves();
    void desksThatDrawTheSameGridApartSeeAConflict();
    void desksThatDrawDifferentGridsDont();
    void whoHasNoRightDrawsNothing();

private:
    static Id grid(DesksTogether &desks, const QString &code, const Shape &area, qint64 from_ms = 0)
    {
        const Id id = desks.desk(0).freshId();
        desks.submit(0,
            DrawGrids{from_ms,
                {PutRow{
                    Register::Grid, id, {{grid::Code, code}, {grid::Name, u"网格"_s + code}}, {}}},
                {{id, area}}, {}});
        return id;
    }
    static void draw(
        DesksTogether &desks, int at, const Id &grid, const Shape &area, qint64 from_ms = 0)
    {
        desks.submit(at, DrawGrids{from_ms, {}, {{grid, area}}, u"调整"_s});
    }
    static Id ticketAt(DesksTogether &desks, const GeoPoint &point, Values more = {})
    {
        Values values{{field::Kind, u"repair"_s}, {field::Title, u"漏水"_s},
            {field::Lon, point.lon()}, {field::Lat, point.lat()}};
        values.merge(more);
        return desks.submit(0, OpenTicket{.ticket = desks.desk(0).freshId(), .values = values})
            .subject;
    }
    static Id gridOf(DesksTogether &desks, const Id &ticket)
    {
        return desks.ticket(0, ticket)->values[field::Grid].value<Id>();
    }
    static QVector<Id> gridsAt(DesksTogether &desks, int at, const GeoPoint &point, qint64 at_ms)
    {
        return desks.desk(at).read().findDivision(at_ms)->gridsAt(point);
    }
    static bool isRefused(DesksTogether &desks, const DrawGrids &command)
    {
        return store::refused(desks.desk(0).submit(command).result()) != nullptr;
    }
};

void DivisionTest::aTicketFindsItsGridByItsPoint()
{
    DesksTogether desks(1);
    const Id west = grid(desks, u"07"_s, block(0)), east = grid(desks, u"08"_s, block(1));
    QCOMPARE(gridOf(desks, ticketAt(desks, door(0))), west);
    QCOMPARE(gridOf(desks, ticketAt(desks, door(1))), east);
    QCOMPARE(gridOf(desks, ticketAt(desks, door(2))), Id());
    // Who says the grid himself is believed, and a point of 0,0 is none.
    QCOMPARE(
        gridOf(desks, ticketAt(desks, door(0), {{field::Grid, QVariant::fromValue(east)}})), east);
    QVERIFY(!desks.ticket(0, ticketAt(desks, {}))->values.has(field::Lon));
}

void DivisionTest::theAddressDecidesBetweenTwoAreas()
{
    DesksTogether desks(1);
    grid(desks, u"07"_s, block(0, 2));
    const Id east = grid(desks, u"08"_s, block(1));
    QCOMPARE(gridOf(desks, ticketAt(desks, door(1))), Id());
    desks.submit(0,
        PutRow{Register::Place, desks.desk(0).freshId(),
            {{place::Address, u"幸福路"_s}, {place::Grid, QVariant::fromValue(east)}}, {}});
    QCOMPARE(gridOf(desks, ticketAt(desks, door(1), {{field::Address, u"幸福路3号"_s}})), east);
}

void DivisionTest::aPastDayHasItsOwnDivision()
{
    DesksTogether desks(1);
    const qint64 december_ms = moment_ms(u"2026-12-01 00:00"_s);
    const Id west = grid(desks, u"07"_s, block(0)), east = grid(desks, u"08"_s, block(1));
    draw(desks, 0, west, block(0, 2), december_ms);
    draw(desks, 0, east, {}, december_ms);
    QCOMPARE(gridsAt(desks, 0, door(1), december_ms - 1), QVector{east});
    QCOMPARE(gridsAt(desks, 0, door(1), december_ms), QVector{west});
    // A ticket belongs to whoever answered for the place on its day.
    QCOMPARE(gridOf(desks, ticketAt(desks, door(1))), east);
    desks.clock.set_ms(december_ms + 1);
    QCOMPARE(gridOf(desks, ticketAt(desks, door(1))), west);
    QCOMPARE(gridOf(desks, ticketAt(desks, door(1), {{field::HappenedAt, december_ms - 1}})), east);
    QCOMPARE(desks.desk(0).read().findDrawings(west).size(), 2);
}

void DivisionTest::aGridThatEndsHasNoArea()
{
    DesksTogether desks(1);
    const Id west = grid(desks, u"07"_s, block(0));
    draw(desks, 0, west, {});
    QVERIFY(gridsAt(desks, 0, door(0), desks.clock.now_ms()).isEmpty());
    draw(desks, 0, west, block(3));
    QCOMPARE(gridsAt(desks, 0, door(3), desks.clock.now_ms()), QVector{west});
}

void DivisionTest::aRemovedGridHasNoArea()
{
    DesksTogether desks(1);
    const Id west = grid(desks, u"07"_s, block(0));
    QCOMPARE(gridsAt(desks, 0, door(0), desks.clock.now_ms()), QVector{west});
    desks.submit(0, RemoveRow{Register::Grid, west});
    QVERIFY(gridsAt(desks, 0, door(0), desks.clock.now_ms()).isEmpty());
    QCOMPARE(gridOf(desks, ticketAt(desks, door(0))), Id());
}

void DivisionTest::aBorderThatCrossesItselfIsRefused()
{
    DesksTogether desks(1);
    const Id west = grid(desks, u"07"_s, block(0));
    QVERIFY(isRefused(desks, {0, {}, {{west, bowTie()}}, {}}));
    QCOMPARE(gridsAt(desks, 0, door(0), desks.clock.now_ms()), QVector{west});
}

void DivisionTest::nothingIsDrawnByHalves()
{
    DesksTogether desks(1);
    const Id west = grid(desks, u"07"_s, block(0)), fresh = desks.desk(0).freshId();
    const PutRow row{Register::Grid, fresh, {{grid::Code, u"08"_s}, {grid::Name, u"新"_s}}, {}};
    QVERIFY(isRefused(desks, {0, {row}, {{west, block(5)}, {fresh, bowTie()}}, {}}));
    QVERIFY(!desks.desk(0).read().findRow(fresh));
    QCOMPARE(gridsAt(desks, 0, door(0), desks.clock.now_ms()), QVector{west});
}

void DivisionTest::desksThatDrawTheSameGridApartSeeAConflict()
{
    DesksTogether desks;
    const Id west = grid(desks, u"07"_s, block(0));
    desks.meetAll();
    draw(desks, 0, west, block(2));
    draw(desks, 1, west, block(4));
    desks.meetAll();
    const qint64 now_ms = desks.clock.now_ms();
    for (const int at : {0, 1}) {
        QCOMPARE(desks.conflicts(at, drawingOf(west, 0)).size(), 1);
        QCOMPARE(gridsAt(desks, at, door(2), now_ms) + gridsAt(desks, at, door(4), now_ms),
            QVector{west});
    }
    QCOMPARE(desks.faults(), QString());
}

void DivisionTest::desksThatDrawDifferentGridsDont()
{
    DesksTogether desks;
    const Id west = grid(desks, u"07"_s, block(0)), east = grid(desks, u"08"_s, block(1));
    desks.meetAll();
    draw(desks, 0, west, block(2));
    draw(desks, 1, east, block(3));
    desks.meetAll();
    for (const int at : {0, 1}) {
        QVERIFY(desks.conflicts(at, {}).isEmpty());
        QCOMPARE(gridsAt(desks, at, door(2), desks.clock.now_ms()), QVector{west});
        QCOMPARE(gridsAt(desks, at, door(3), desks.clock.now_ms()), QVector{east});
    }
    QCOMPARE(desks.faults(), QString());
}

void DivisionTest::whoHasNoRightDrawsNothing()
{
    DesksTogether desks(1);
    const Id west = grid(desks, u"07"_s, block(0));
    desks.hire(u"li"_s, u"clerk"_s);
    desks.sitDown(0, u"li"_s);
    QVERIFY(isRefused(desks, {0, {}, {{west, block(9)}}, {}}));
}

QTEST_GUILESS_MAIN(DivisionTest)
#include "division_test.moc"
