// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_at_hand.h"

namespace support
{

using namespace domain;

DeskAtHand::DeskAtHand()
    : SmallDesk(QStringLiteral("2026-11-20 14:32"))
{
    chief = addStaff(u"liming"_qs, u"李明"_qs, u"chief"_qs, {});
    member = addStaff(u"sunyan"_qs, u"孙燕"_qs, u"member"_qs, {});
    technician = addStaff(u"zhaoqiang"_qs, u"赵强"_qs, u"technician"_qs, u"第二维修组"_qs);
    addStaff(u"qianjin"_qs, u"钱进"_qs, u"technician"_qs, u"第一维修组"_qs);
    const Id grid = addRow(Register::Grid,
        {{grid::Code, u"07"_qs}, {grid::Name, u"幸福小区"_qs},
            {grid::Chief, QVariant::fromValue(chief)}, {grid::Team, u"第二维修组"_qs}});
    for (int building = 1; building < 5; ++building) {
        addRow(Register::Place,
            {{place::Community, u"幸福小区"_qs}, {place::Address, u"幸福小区%1栋"_qs.arg(building)},
                {place::Grid, QVariant::fromValue(grid)}});
    }
    customer = addRow(Register::Customer,
        {{customer::Name, u"欧阳建国"_qs}, {customer::Phone, u"13800138000"_qs},
            {customer::Address, u"幸福小区3栋2单元501"_qs}, {customer::Needs, u"独居老人"_qs}});
    desk().indexPeopleNow();
}

Id DeskAtHand::addStaff(
    const QString &login, const QString &name, const QString &role, const QString &team)
{
    return addRow(Register::Staff,
        {{staff::Login, login}, {staff::Name, name}, {staff::Role, role}, {staff::Team, team},
            {staff::Phone, u"139 0000 0007"_qs}});
}

void DeskAtHand::startAgain()
{
    reopen();
    desk().indexPeopleNow();
}

QVector<store::TicketLine> DeskAtHand::tickets()
{
    store::TicketQuery query;
    query.sort = u"recorded"_qs;
    query.descending = false;
    return read().findTickets(query);
}

QString DeskAtHand::openRepair(const QString &description)
{
    const QString number = open({{field::Kind, u"repair"_qs}, {field::Line, u"water"_qs},
        {field::Category, u"室内漏水"_qs}, {field::Address, u"幸福小区1栋1单元101"_qs},
        {field::Community, u"幸福小区"_qs}, {field::Description, description}});
    act(number, u"dispatch"_qs,
        {{field::Unit, u"第二维修组"_qs}, {field::Assignee, QVariant::fromValue(technician)}});
    return number;
}

} // namespace support
