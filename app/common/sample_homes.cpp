// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_homes.h"

#include "desk.h"

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// Groups as they come among households: most belong to none.
QString groupsOf(qsizetype place)
{
    static const QHash<qsizetype, QString> groups{{0, u"elderly_alone"_s},
        {1, u"medical_power,disabled"_s}, {3, u"low_income"_s}, {5, u"infant"_s},
        {7, u"elderly_alone,low_income"_s}, {11, u"key_user"_s}, {13, u"veteran,文明户"_s}};
    return groups.value(place % 20);
}

QString numberOf(const char *kind, qsizetype place)
{
    return QStringLiteral("%1%2").arg(QLatin1StringView(kind)).arg(100'000 + place * 37);
}

PutRow premisesOf(Desk &desk, const SampleCompany &company, const Household &home, qsizetype place)
{
    return {Register::Premises, desk.freshId(),
        {{premises::Customer, QVariant::fromValue(home.id)}, {premises::Address, home.address},
            {premises::Grid, QVariant::fromValue(company.grids.at(home.grid).id)},
            {premises::Kind, u"home"_s}, {premises::WaterAccount, numberOf("W", place)},
            {premises::WaterMeter, numberOf("SB", place)},
            {premises::PowerAccount, numberOf("E", place)},
            {premises::PowerMeter, numberOf("DB", place)},
            {premises::HeatAccount, numberOf("R", place)}},
        {}};
}

/// Phones of the sample can't be anybody's: no number has 0000 in the middle.
PutRow memberOf(Desk &desk, const Household &home, qsizetype place)
{
    static const std::pair<QString, QString> members[] = {{u"小红"_s, u"女儿"_s},
        {u"志强"_s, u"儿子"_s}, {u"秀英"_s, u"配偶"_s}, {u"国华"_s, u"邻居"_s}};
    const auto &[name, relation] = members[place % 4];
    return {Register::Contact, desk.freshId(),
        {{contact::Customer, QVariant::fromValue(home.id)},
            {contact::Name, home.name.left(1) + name}, {contact::Relation, relation},
            {contact::Phone, u"1370000%1"_s.arg(5000 + place, 4, 10, QLatin1Char('0'))}},
        {}};
}

/// The same household once more, as another counter opened it: by the whole name, or as a caller gives it.
PutRow openedTwice(Desk &desk, const Household &home, bool byTitle)
{
    return {Register::Customer, desk.freshId(),
        {{customer::Name, byTitle ? home.name.left(1) + u"女士"_s : home.name},
            {customer::Phone, home.phone}, {customer::Address, byTitle ? QString() : home.address}},
        {}};
}

} // namespace

void addHomes(Desk &desk, const SampleCompany &company, const QVector<Household> &people,
    QVector<Command> &commands)
{
    for (qsizetype place = 0; place < people.size(); ++place) {
        const Household &home = people.at(place);
        Values more{{customer::Kind, u"person"_s}, {customer::Groups, groupsOf(place)}};
        if (place % 20 == 1)
            more.set(customer::Needs, u"家用呼吸机，停电前须先告知"_s);
        if (place % 20 == 7)
            more.set(customer::ContactTime, u"上午九点以后"_s);
        commands.append(PutRow{Register::Customer, home.id, more, {}});
        if (place % 2 == 0 || !groupsOf(place).isEmpty())
            commands.append(premisesOf(desk, company, home, place));
        if (place % 3 == 0 || place % 20 == 7)
            commands.append(memberOf(desk, home, place));
    }
    for (const qsizetype twice : {4, 9, 15}) {
        if (twice < people.size())
            commands.append(openedTwice(desk, people.at(twice), twice == 9));
    }
}

} // namespace app
