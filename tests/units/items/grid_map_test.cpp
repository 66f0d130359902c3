// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/grid_map.h"
#include "items/grid_themes.h"
#include "support/small_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace items;
using namespace Qt::StringLiterals;
using support::moment_ms;
using support::SmallDesk;

namespace
{

Shape block(int east)
{
    const qint32 west = 1'163'900'000 + east * 10'000, south = 399'000'000;
    return {{Polygon{{{west, south}, {west + 10'000, south}, {west + 10'000, south + 10'000},
                         {west, south + 10'000}},
        {}}}};
}

GeoPoint door(int east)
{
    return {1'163'905'000 + east * 10'000, 399'005'000};
}

/// A desk with two blocks, 07 with a chief and a member, and 08 that nobody answers for.
class Town : public SmallDesk
{
public:
    Town()
    {
        chief = addRow(Register::Staff,
            {{staff::Login, u"li"_s}, {staff::Name, u"李明"_s}, {staff::Phone, u"13800000007"_s}});
        west = desk().freshId();
        east = desk().freshId();
        submit(DrawGrids{0,
            {PutRow{Register::Grid, west,
                 {{grid::Code, u"07"_s}, {grid::Name, u"西区"_s},
                     {grid::Chief, QVariant::fromValue(chief)}, {grid::Households, 200}},
                 {}},
                PutRow{Register::Grid, east, {{grid::Code, u"08"_s}, {grid::Name, u"东区"_s}}, {}}},
            {{west, block(0)}, {east, block(1)}}, {}});
        addRow(Register::Staff,
            {{staff::Login, u"zhao"_s}, {staff::Name, u"赵强"_s},
                {staff::Grid, QVariant::fromValue(west)}});
    }
    Id report(int east, const QString &title = u"漏水"_s, const QString &address = {})
    {
        Values values{{field::Kind, u"repair"_s}, {field::Line, u"water"_s}, {field::Title, title},
            {field::Category, u"室内漏水"_s}, {field::Lon, door(east).lon()},
            {field::Lat, door(east).lat()}};
        values.set(field::Address, address);
        return submit(OpenTicket{.ticket = desk().freshId(), .values = values}).subject;
    }
    void act(const Id &ticket, const QString &action, const Values &values = {}, const Id &by = {})
    {
        submit(ActOnTicket{ticket, action, values, by, 0, 0, {}});
    }

    Id chief, west, east;
};

const GridTheme &theme(const char *code)
{
    return *std::ranges::find_if(
        gridThemes(), [code](const GridTheme &theme) { return qstrcmp(theme.code, code) == 0; });
}

} // namespace

/// What a supervisor's map knows: whose a place is, and what is going on there.
class GridMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<Town>();
        m_map = std::make_unique<GridMap>(
            Source{m_town->desk().read(), [this] { return m_town->desk().newReader(); }});
        connect(&m_town->desk(), &Desk::committed, m_map.get(), &GridMap::takeIn);
    }
    void cleanup()
    {
        m_map.reset();
        m_town.reset();
    }

    void eachGridHasItsAreaItsPeopleAndItsWork()
    {
        m_town->report(0);
        m_town->report(0);
        m_town->report(1);
        show();
        QCOMPARE(m_map->grids().size(), 2);
        const GridOnMap &west = m_map->grids()[0], &east = m_map->grids()[1];
        QCOMPARE(west.code, u"07"_s);
        QCOMPARE(west.area, (GridArea{m_town->west, block(0)}));
        QCOMPARE(west.chiefName, u"李明"_s);
        QCOMPARE(west.chiefPhone, u"13800000007"_s);
        QCOMPARE(west.people, 1);
        QCOMPARE(west.figures.open, 2);
        QCOMPARE(east.figures.open, 1);
        QVERIFY(east.chiefName.isEmpty());
        QCOMPARE(m_map->points().size(), 3);
        QCOMPARE(m_map->find(m_town->east)->name, u"东区"_s);
        QVERIFY(!m_map->find(m_town->chief));
    }

    void aPastDayHasItsOwnChief()
    {
        const qint64 before_ms = m_town->clock.now_ms();
        m_town->clock.passMinutes(3 * 24 * 60);
        const Id wang = m_town->addRow(Register::Staff,
            {{staff::Login, u"wangq"_s}, {staff::Name, u"王强"_s},
                {staff::Grid, QVariant::fromValue(m_town->west)}});
        m_town->submit(
            PutRow{Register::Grid, m_town->west, {{grid::Chief, QVariant::fromValue(wang)}}, {}});
        show();
        QCOMPARE(m_map->find(m_town->west)->chiefName, u"王强"_s);
        QCOMPARE(m_map->find(m_town->west)->people, 2);
        m_map->ask(before_ms, {});
        QTRY_COMPARE(m_map->shownMoment_ms().value_or(0), before_ms);
        QCOMPARE(m_map->find(m_town->west)->chiefName, u"李明"_s);
        QCOMPARE(m_map->find(m_town->west)->name, u"西区"_s);
        QCOMPARE(m_map->find(m_town->west)->people, 1);
        // Who left since was still there.
        m_town->submit(RemoveRow{Register::Staff, m_town->chief});
        m_map->ask(0, {});
        QTRY_COMPARE(m_map->shownMoment_ms().value_or(1), 0);
        m_map->ask(before_ms, {});
        QTRY_COMPARE(m_map->shownMoment_ms().value_or(0), before_ms);
        QCOMPARE(m_map->find(m_town->west)->chiefName, u"李明"_s);
        QCOMPARE(m_map->find(m_town->west)->chiefPhone, u"13800000007"_s);
        // A grid that nobody had written down by then is shown as it is now; its people weren't there.
        m_map->ask(moment_ms(u"2020-01-01 12:00"_s), {});
        QTRY_COMPARE(m_map->shownMoment_ms().value_or(0), moment_ms(u"2020-01-01 12:00"_s));
        QCOMPARE(m_map->find(m_town->west)->chiefName, u"王强"_s);
        QCOMPARE(m_map->find(m_town->west)->people, 0);
        m_map->ask(0, {});
        QTRY_COMPARE(m_map->shownMoment_ms().value_or(1), 0);
        QCOMPARE(m_map->find(m_town->west)->chiefName, u"王强"_s);
    }

    void whatRunsOutIsLate()
    {
        const Id ticket = m_town->report(0);
        show();
        QCOMPARE(m_map->grids()[0].figures.late, 0);
        m_town->clock.passMinutes(60 * 24 * 9);
        m_map->ask(0, {});
        QTRY_COMPARE(m_map->grids()[0].figures.late, 1);
        QCOMPARE(m_map->points().first().state, store::TicketPoint::Late);
        QCOMPARE(m_map->points().first().ticket, ticket);
    }

    void aPastMomentIsAsItWas()
    {
        const Id ticket = m_town->report(0);
        const qint64 before_ms = m_town->clock.now_ms();
        m_town->clock.passMinutes(10);
        m_town->act(ticket, u"cancel"_s, {{field::Reason, u"误报"_s}});
        m_town->clock.passMinutes(10);
        m_town->report(1);
        show();
        QCOMPARE(m_map->grids()[0].figures.open, 0);
        QCOMPARE(m_map->grids()[1].figures.open, 1);
        m_map->ask(before_ms, {});
        QTRY_COMPARE(m_map->grids()[0].figures.open, 1);
        QCOMPARE(m_map->grids()[1].figures.open, 0);
        QCOMPARE(m_map->points().size(), 1);
        QCOMPARE(m_map->points().first().state, store::TicketPoint::Open);
    }

    void ticketsOfTheListsFilterStandOnTheMap()
    {
        m_town->report(0, u"漏水"_s);
        m_town->report(1, u"跳闸"_s);
        show();
        store::TicketQuery query;
        query.filters = {{u"grid"_s, u"08"_s}};
        m_map->ask(0, query);
        QTRY_COMPARE(m_map->points().size(), 1);
        QCOMPARE(m_map->points().first().point, door(1));
        QCOMPARE(m_map->grids()[0].figures.open, 1); // the grids' figures are of all tickets
    }

    void repeatsAreCounted()
    {
        m_town->report(0, u"漏水"_s, u"幸福路7号"_s);
        m_town->report(0, u"又漏水"_s, u"幸福路7号"_s);
        m_town->report(0, u"漏水"_s, u"幸福路9号"_s);
        show();
        QCOMPARE(m_map->grids()[0].figures.repeats, 1);
        QCOMPARE(m_map->grids()[0].figures.received, 3);
    }

    void equipmentWithAPlaceStandsThere()
    {
        m_town->addRow(Register::Equipment,
            {{equipment::Name, u"加压泵"_s}, {equipment::Lon, door(1).lon()},
                {equipment::Lat, door(1).lat()}});
        m_town->addRow(Register::Equipment, {{equipment::Name, u"备用泵"_s}});
        show();
        QCOMPARE(m_map->equipment().size(), 1);
        QCOMPARE(m_map->equipment().first().name, u"加压泵"_s);
        QCOMPARE(m_map->equipment().first().point, door(1));
    }

    void aCommitIsShownByItself()
    {
        show();
        const auto division = m_map->division();
        m_town->report(0);
        QTRY_COMPARE(m_map->grids()[0].figures.open, 1);
        QCOMPARE(m_map->division(), division); // nothing was drawn: the same outlines
        m_town->submit(DrawGrids{0, {}, {{m_town->west, block(5)}}, {}});
        QTRY_COMPARE(m_map->grids()[0].area.shape, block(5));
        QVERIFY(m_map->division() != division);
    }

    void themesSayWhatTheyShow()
    {
        GridOnMap grid{.people = 2, .households = 0};
        grid.figures = {.open = 3, .late = 1, .received = 9, .rated = 4, .satisfied = 3};
        QCOMPARE(theme("open").of(grid), 3.0);
        QCOMPARE(theme("late").of(grid), 1.0);
        QCOMPARE(theme("load").of(grid), 1.5);
        QCOMPARE(theme("load").valueText(1.5), u"1.5 open for each person"_s);
        QCOMPARE(theme("satisfaction").of(grid), 75.0);
        QVERIFY(!theme("households").of(grid));
        grid.people = 0;
        QVERIFY(!theme("load").of(grid));
        QCOMPARE(theme("load").valueText({}), u"no figure"_s);
    }

private:
    void show()
    {
        QSignalSpy shown(m_map.get(), &GridMap::gridsChanged);
        m_map->ask(0, {});
        QTRY_VERIFY(!shown.isEmpty());
    }

    std::unique_ptr<Town> m_town;
    std::unique_ptr<GridMap> m_map;
};

QTEST_GUILESS_MAIN(GridMapTest)
#include "grid_map_test.moc"
