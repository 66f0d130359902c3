// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_people.h"
#include "sample_staff.h"

#include "desk.h"

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// Puts rows onto the desk unless one of that code is there.
class Rows
{
public:
    Rows(Desk &desk, QVector<Command> &commands)
        : m_desk(desk)
        , m_commands(commands)
    {
    }

    /// The id of the row with this code, and whether it is new.
    std::pair<Id, bool> idFor(Register reg, const QString &code)
    {
        if (const auto row = m_desk.read().findRowByCode(reg, code))
            return {row->row.id, false};
        return {m_desk.freshId(), true};
    }

    void put(Register reg, const Id &id, const Values &values)
    {
        m_commands.append(PutRow{reg, id, values, {}});
    }
    void add(Register reg, const Values &values) { put(reg, m_desk.freshId(), values); }

private:
    Desk &m_desk;
    QVector<Command> &m_commands;
};

const QMap<QString, QString> &teamNames()
{
    static const QMap<QString, QString> names{{u"water"_s, u"水暖班"_s}, {u"heat"_s, u"水暖班"_s},
        {u"power"_s, u"电力班"_s}, {u"gas"_s, u"燃气班"_s}, {u"property"_s, u"综合维修班"_s},
        {u"other"_s, u"综合维修班"_s}};
    return names;
}

void enlist(const SamplePerson &person, const Id &id, SampleCompany &company)
{
    const QString role = QString::fromLatin1(person.role), line = QString::fromLatin1(person.line);
    if (role == u"clerk")
        company.clerks.append(id);
    else if (role == u"handler" || role == u"head")
        company.handlers.append(id);
    else if (role == u"supervisor")
        company.supervisor = id;
    else if (role == u"manager")
        company.manager = id;
    else if (role == u"chief")
        company.grids[person.grid - 1].chief = id;
    else if (role == u"member")
        company.grids[person.grid - 1].member = id;
    else
        company.teams[line].append(id);
}

void addStaff(Rows &rows, SampleCompany &company)
{
    int number = 0;
    for (const SamplePerson &person : samplePeople()) {
        const QString login = QString::fromLatin1(person.login),
                      line = QString::fromLatin1(person.line);
        const auto [id, isNew] = rows.idFor(Register::Staff, login);
        enlist(person, id, company);
        const QVariant grid =
            person.grid ? QVariant::fromValue(company.grids[person.grid - 1].id) : QVariant();
        const QString phone = u"0755-00008%1"_s.arg(++number, 3, 10, QLatin1Char('0'));
        if (isNew) {
            rows.put(Register::Staff, id,
                {{staff::Login, login}, {staff::Name, QString::fromUtf16(person.name)},
                    {staff::Role, QString::fromLatin1(person.role)}, {staff::Grid, grid},
                    {staff::Team, teamNames().value(line)}, {staff::Phone, phone},
                    {staff::Skills, QString::fromUtf16(person.skills)}});
        }
    }
}

void addGrid(Rows &rows, const SampleArea &area, const SampleGrid &grid)
{
    const QVariant id = QVariant::fromValue(grid.id);
    rows.put(Register::Grid, grid.id,
        {{grid::Code, QString::fromUtf16(area.code)}, {grid::Name, grid.community + u"网格"_s},
            {grid::Chief, QVariant::fromValue(grid.chief)}, {grid::Team, u"综合维修班"_s},
            {grid::Households, qint64(area.households)}});
    rows.add(Register::Place,
        {{place::Street, grid.street}, {place::Community, grid.community}, {place::Grid, id}});
    // Callers give the address, seldom street and community.
    rows.add(Register::Place, {{place::Address, grid.community}, {place::Grid, id}});
}

} // namespace

SampleCompany sampleCompany(Desk &desk, QVector<Command> &commands)
{
    Rows rows(desk, commands);
    SampleCompany company{.teamNames = teamNames()};
    QVector<bool> isNew;
    for (const SampleArea &area : sampleAreas()) {
        const auto [id, fresh] = rows.idFor(Register::Grid, QString::fromUtf16(area.code));
        company.grids.append(
            {id, QString::fromUtf16(area.street), QString::fromUtf16(area.community), {}, {}});
        isNew.append(fresh);
    }
    addStaff(rows, company);
    company.teams[u"heat"_s] = company.teams[u"water"_s];
    company.teams[u"other"_s] = company.teams[u"property"_s];
    for (qsizetype i = 0; i < company.grids.size(); ++i) {
        if (isNew[i])
            addGrid(rows, sampleAreas()[i], company.grids[i]);
    }
    return company;
}

Household anyHousehold(const SampleCompany &company, Dice &dice)
{
    static const QString surnames =
        u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏付方邹"_s;
    static const QString given =
        u"秀英桂兰玉珍建华国强志明丽敏静芳伟军勇磊涛斌鹏辉波平刚红霞燕萍娟洁雪梅琳宇浩然子轩欣怡梓涵俊杰晓东海洋文博思远"_s;
    const auto letter = [&dice](const QString &of) { return of[dice.between(0, of.size() - 1)]; };
    Household household;
    household.name = letter(surnames);
    household.name += letter(given);
    if (dice.chance(80))
        household.name += letter(given);
    static constexpr int prefixes[] = {3, 5, 7, 8, 9};
    household.phone = u"1%1%2"_s.arg(dice.oneOf(prefixes)).arg(dice.between(0, 9)) + u"0000"_s
        + u"%1"_s.arg(dice.between(0, 9999), 4, 10, QLatin1Char('0'));
    household.grid = int(dice.between(0, company.grids.size() - 1));
    household.address = u"%1%2栋%3单元%4%5"_s.arg(company.grids[household.grid].community)
                            .arg(dice.between(1, 18))
                            .arg(dice.between(1, 4))
                            .arg(dice.between(1, 18))
                            .arg(dice.between(1, 4), 2, 10, QLatin1Char('0'));
    return household;
}

PutRow fileOf(const Household &household)
{
    return {Register::Customer, household.id,
        {{customer::Name, household.name}, {customer::Phone, household.phone},
            {customer::Address, household.address}},
        {}};
}

} // namespace app
