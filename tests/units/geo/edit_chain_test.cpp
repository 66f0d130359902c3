// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/geo/shapes.h"

#include "geo/edits.h"
#include "geo/fault.h"
#include "geo/measures.h"
#include "geo/outline.h"

#include <QTest>

using namespace geo;
using namespace shapes;

namespace
{

/// A town whose grids somebody splits, merges and shifts for years, at random.
class Years
{
public:
    explicit Years(quint32 seed)
        : m_random(seed)
    {
        const QVector<domain::GridArea> areas = Town(4, 4, 2, seed).areas();
        for (const domain::GridArea &area : areas)
            m_shapes.append(area.shape);
    }

    void goOn()
    {
        // So few are merged that the town doesn't become one grid.
        switch (m_shapes.size() < 8 ? 0 : below(3)) {
        case 0:
            return take({below(m_shapes.size())}, [&](const Shapes &mine, const Shapes &others) {
                return split(mine[0], lineAcross(mine), others);
            });
        case 1:
            return takePair(
                [&](const Shapes &mine, const Shapes &others) { return merged(mine, others); });
        default:
            return takePair([&](const Shapes &mine, const Shapes &others) {
                return movedBorder(mine[0], mine[1], lineAcross(mine), others);
            });
        }
    }

    QVector<domain::GridArea> areas() const
    {
        QVector<domain::GridArea> areas;
        for (const Shape &shape : m_shapes)
            areas.append({{}, shape});
        return areas;
    }
    int done() const { return m_done; }

private:
    int below(qsizetype most) { return std::uniform_int_distribution(0, int(most) - 1)(m_random); }

    template <typename Edit> void takePair(Edit edit)
    {
        const int one = below(m_shapes.size()), other = below(m_shapes.size());
        const bool touch = one != other && m_shapes[one].box().meets(m_shapes[other].box());
        if (touch)
            take({std::min(one, other), std::max(one, other)}, edit);
    }

    // What the edit makes of them stands at the end of the list.
    template <typename Edit> void take(const QVector<int> &places, Edit edit)
    {
        Shapes mine, others;
        for (int at = 0; at < m_shapes.size(); ++at)
            (places.contains(at) ? mine : others).append(m_shapes[at]);
        const Outcome outcome = edit(mine, others);
        const auto *edited = std::get_if<Edited>(&outcome);
        if (!edited || !edited->note.isEmpty())
            return;
        for (auto at = edited->neighbours.cbegin(); at != edited->neighbours.cend(); ++at)
            others[at.key()] = at.value();
        m_shapes = others + edited->shapes;
        ++m_done;
    }

    Line lineAcross(const Shapes &shapes)
    {
        domain::GeoBox box;
        for (const Shape &shape : shapes)
            box.add(shape.box());
        const auto at = [this](qint32 least, qint32 most) {
            return std::uniform_int_distribution(least, most)(m_random);
        };
        const GeoPoint middle{
            at(box.least.lon_e7, box.most.lon_e7), at(box.least.lat_e7, box.most.lat_e7)};
        if (below(2))
            return {{box.least.lon_e7 - 9, at(box.least.lat_e7, box.most.lat_e7)}, middle,
                {box.most.lon_e7 + 9, at(box.least.lat_e7, box.most.lat_e7)}};
        return {{at(box.least.lon_e7, box.most.lon_e7), box.least.lat_e7 - 9}, middle,
            {at(box.least.lon_e7, box.most.lon_e7), box.most.lat_e7 + 9}};
    }

    std::mt19937 m_random;
    Shapes m_shapes;
    int m_done = 0;
};

double sum_m2(const QVector<domain::GridArea> &areas)
{
    double sum = 0;
    for (const domain::GridArea &area : areas)
        sum += area_m2(area.shape);
    return sum;
}

} // namespace

class EditChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesATownInOrder_data();
    void leavesATownInOrder();
};

void EditChainTest::leavesATownInOrder_data()
{
    QTest::addColumn<quint32>("seed");
    const int seeds = qEnvironmentVariableIntValue("GRIDDESK_SEEDS");
    for (quint32 seed = 1; seed <= quint32(std::max(3, seeds)); ++seed)
        QTest::newRow(qPrintable(QString("seed %1").arg(seed))) << seed;
}

void EditChainTest::leavesATownInOrder()
{
    QFETCH(quint32, seed);
    Years years(seed);
    const double before = sum_m2(years.areas());
    double border_m = 4 * 4 * 250;
    for (int n = 0; n < 40; ++n) {
        years.goOn();
        const QVector<domain::GridArea> areas = years.areas();
        for (const domain::GridArea &area : areas)
            QVERIFY(!findFault(area.shape));
        // Every border within is the same on both sides, to the last digit: what is left is the town's own, in one piece.
        QVERIFY2(facesOf(outlineOf(Coverage(areas))).size() == 1, qPrintable(QString::number(n)));
    }
    QVERIFY(years.done() > 0);
    QCOMPARE(findFlaws(years.areas())->size(), 0);
    QVERIFY(std::abs(sum_m2(years.areas()) - before) < border_m * 0.02);
}

QTEST_APPLESS_MAIN(EditChainTest)
#include "edit_chain_test.moc"
