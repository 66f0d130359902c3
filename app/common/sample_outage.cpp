// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_outage.h"
#include "sample_map.h"

#include "desk.h"

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 minute_ms = 60'000;
constexpr qint64 hour_ms = 60 * minute_ms;
constexpr int mostCallers = 4;

PutRow outage(Desk &desk, const Id &row, const Id &grid, Values values)
{
    const auto found = desk.read().findRow(grid);
    values.set(outage::Grids, found ? found->row.values.text(grid::Code) : QString());
    return {Register::Outage, row, values, {}};
}

OpenTicket call(Desk &desk, const SampleCompany &company, const Household &household,
    const Id &outage, qint64 at_ms)
{
    const SampleGrid &grid = company.grids.at(household.grid);
    OpenTicket command{.ticket = desk.freshId(), .by = company.clerks.constFirst()};
    command.values = {{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
        {field::Category, u"无水"_s}, {field::Channel, u"phone"_s}, {field::Title, u"家里没有水"_s},
        {field::HappenedAt, at_ms}, {field::Street, grid.street},
        {field::Community, grid.community}, {field::Address, household.address},
        {field::Lon, doorOf(household).lon()}, {field::Lat, doorOf(household).lat()},
        {field::Outage, QVariant::fromValue(outage)}};
    command.customer.known = household.id;
    return command;
}

} // namespace

void addOutages(Desk &desk, const SampleCompany &company, const QVector<Household> &people,
    QVector<Command> &commands)
{
    const qint64 now_ms = desk.clock().now_ms();
    const int at = people.constFirst().grid;
    const Id main = desk.freshId();
    commands.append(outage(desk, main, company.grids.at(at).id,
        {{outage::Code, u"03-停水-1"_s},
            {outage::Title, company.grids.at(at).community + u"主管爆裂停水"_s},
            {outage::Line, u"water"_s}, {outage::From, now_ms - 2 * hour_ms},
            {outage::Until, now_ms + 3 * hour_ms}, {outage::Cause, u"主管接口爆裂"_s},
            {outage::Wording, u"主管爆裂正在抢修，恢复后逐户回电。请先储备饮用水。"_s},
            {outage::Announced, now_ms - hour_ms}}));
    commands.append(outage(desk, desk.freshId(), company.grids.constLast().id,
        {{outage::Code, u"03-停电-1"_s},
            {outage::Title, company.grids.constLast().community + u"配电房检修停电"_s},
            {outage::Line, u"power"_s}, {outage::Planned, true},
            {outage::From, now_ms + 20 * hour_ms}, {outage::Until, now_ms + 24 * hour_ms},
            {outage::Wording, u"计划检修，请提前安排用电。"_s}}));
    int callers = 0;
    for (const Household &household : people) {
        if (household.grid != at || callers == mostCallers)
            continue;
        commands.append(
            call(desk, company, household, main, now_ms - hour_ms + ++callers * minute_ms));
    }
}

} // namespace app
