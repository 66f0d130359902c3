// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare.h"
#include "bench/bench.h"
#include "bench/times.h"

#include <QRandomGenerator>

#include <cmath>

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint32 west = 1'160'000'000, south = 395'000'000;
constexpr qint32 wide = 20'000, high = 15'000; // of a grid, some 200 m
constexpr int cornersOfSide = 7;
constexpr qsizetype inOneEntry = 500; // grids
constexpr int points = 200'000;
constexpr int pointsBare = 2'000; // SQL is asked less often: it only gives the ratio
constexpr double mostLoading_ms = 2'000, leastPoints_s = 200'000;

/// A town of square grids whose borders are crooked and shared to the last digit: what lies at a place of the raster is the same
/// from whichever grid it is looked at.
class Town
{
public:
    explicit Town(qint64 grids)
        : m_columns(std::max(1, int(std::lround(std::sqrt(double(grids))))))
        , m_grids(grids)
    {
    }

    Shape area(qint64 grid) const
    {
        const int x = int(grid % m_columns) * cornersOfSide,
                  y = int(grid / m_columns) * cornersOfSide;
        Ring ring;
        for (int i = 0; i < cornersOfSide; ++i)
            ring.append(node(x + i, y));
        for (int i = 0; i < cornersOfSide; ++i)
            ring.append(node(x + cornersOfSide, y + i));
        for (int i = 0; i < cornersOfSide; ++i)
            ring.append(node(x + cornersOfSide - i, y + cornersOfSide));
        for (int i = 0; i < cornersOfSide; ++i)
            ring.append(node(x, y + cornersOfSide - i));
        return {{Polygon{ring, {}}}};
    }
    GeoPoint anywhere(QRandomGenerator &random) const
    {
        const int rows = int((m_grids + m_columns - 1) / m_columns);
        return {west + qint32(random.bounded(qint64(m_columns) * wide)),
            south + qint32(random.bounded(qint64(rows) * high))};
    }

private:
    static GeoPoint node(int x, int y)
    {
        QRandomGenerator random(quint32(x) * 2'654'435'761U ^ quint32(y) * 40'503U);
        return {west + x * (wide / cornersOfSide) + random.bounded(-400, 400),
            south + y * (high / cornersOfSide) + random.bounded(-300, 300)};
    }

    const int m_columns;
    const qint64 m_grids;
};

void draw(Desk &desk, const Town &town, qint64 grids)
{
    for (qint64 from = 0; from < grids; from += inOneEntry) {
        DrawGrids command;
        for (qint64 at = from; at < std::min<qint64>(grids, from + inOneEntry); ++at) {
            const Id grid = desk.freshId();
            command.rows.append({Register::Grid, grid,
                {{grid::Code, u"G%1"_s.arg(at)}, {grid::Name, u"网格%1"_s.arg(at)}}, {}});
            command.areas.append({grid, town.area(at)});
        }
        must(desk.submit(command).result());
    }
}

/// What SQLite alone takes to read the same rows.
void readBare(Bare &bare)
{
    BareStatement rows(bare,
        "SELECT id, uid, fields FROM registers WHERE register IN ("
            + QByteArray::number(int(Register::Grid)) + ','
            + QByteArray::number(int(Register::Drawing)) + ") AND removed=0");
    rows.drain();
}

/// SQLite's own index over the boxes of the areas.
void fillBoxes(Bare &bare, const Town &town, qint64 grids)
{
    bare.run("CREATE VIRTUAL TABLE boxes USING rtree_i32(id, west, east, south, north)");
    bare.run("BEGIN");
    BareStatement insert(bare, "INSERT INTO boxes VALUES(?,?,?,?,?)");
    for (qint64 at = 0; at < grids; ++at) {
        const GeoBox box = town.area(at).box();
        insert.bind(1, at);
        insert.bind(2, qint64(box.least.lon_e7));
        insert.bind(3, qint64(box.most.lon_e7));
        insert.bind(4, qint64(box.least.lat_e7));
        insert.bind(5, qint64(box.most.lat_e7));
        insert.drain();
    }
    bare.run("COMMIT");
}

double perSecond(int times, const Times &taken)
{
    return 1000.0 * times / taken.p50_ms();
}

} // namespace

/// A division of so many grids: read with its index, and asked which grid a place lies in.
QJsonObject benchGrids(const Order &order)
{
    const Town town(order.tickets);
    const QString folder = order.desks.scratch(u"town"_s);
    const auto desk = order.desks.found(folder);
    draw(*desk, town, order.tickets);
    Bare bare(store::DeskFolder{folder}.database(), Bare::Access::ReadOnly);
    Bare boxes(order.desks.scratch(u"boxes.sqlite"_s), Bare::Access::ReadWrite);
    fillBoxes(boxes, town, order.tickets);
    BareStatement find(
        boxes, "SELECT id FROM boxes WHERE west<=?1 AND east>=?1 AND south<=?2 AND north>=?2");
    Times loading, loadingBare, asking, askingBare;
    qint64 found = 0;
    for (int round = 0; round < order.rounds; ++round) {
        const auto reader = desk->newReader();
        const auto division =
            loading.take([&] { return reader->findDivision(order.desks.clock().now_ms()); });
        loadingBare.take([&] { readBare(bare); });
        QRandomGenerator random(7);
        asking.take([&] {
            for (int i = 0; i < points; ++i)
                found += division->index.find(town.anywhere(random)).size();
        });
        QRandomGenerator same(7);
        askingBare.take([&] {
            for (int i = 0; i < pointsBare; ++i) {
                const GeoPoint point = town.anywhere(same);
                find.bind(1, qint64(point.lon_e7));
                find.bind(2, qint64(point.lat_e7));
                find.drain();
            }
        });
    }
    QJsonObject result = beside(u"a division read and indexed"_s, loading, loadingBare);
    result.insert(u"points_per_second"_s, std::round(perSecond(points, asking)));
    result.insert(u"boxes_per_second_in_sql"_s, std::round(perSecond(pointsBare, askingBare)));
    result.insert(
        u"found_of_each_hundred"_s, std::round(100.0 * double(found) / points / order.rounds));
    result.insert(u"bars"_s,
        QJsonArray{
            bar(u"milliseconds until the division is there"_s, loading.p99_ms(), mostLoading_ms),
            barAtLeast(
                u"points answered in a second"_s, perSecond(points, asking), leastPoints_s)});
    return result;
}

} // namespace bench
