// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/customers.h"

#include "bench/desks.h"

#include <QQueue>

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype batchSize = 1000;
constexpr qsizetype batchesOnTheWay = 2;

void mustAll(const QVector<store::Verdict> &verdicts)
{
    for (const store::Verdict &verdict : verdicts)
        must(verdict);
}

void append(Desk &desk, qint64 place, QVector<Command> &commands)
{
    const AnyCustomer person(place);
    const Id id = desk.freshId();
    Values values{{customer::Name, person.name}, {customer::Phone, person.phone},
        {customer::Address, person.address}};
    if (place % 50 == 0)
        values.set(customer::Groups, u"elderly_alone"_s);
    commands.append(PutRow{Register::Customer, id, values, {}});
    if (place % 2 == 0) {
        commands.append(PutRow{Register::Premises, desk.freshId(),
            {{premises::Customer, QVariant::fromValue(id)}, {premises::Address, person.address},
                {premises::WaterAccount, person.waterAccount},
                {premises::PowerMeter, person.powerMeter}},
            {}});
    }
    if (place % 5 == 0) {
        commands.append(PutRow{Register::Contact, desk.freshId(),
            {{contact::Customer, QVariant::fromValue(id)},
                {contact::Name, AnyCustomer(place + 7).name}, {contact::Relation, u"女儿"_s},
                {contact::Phone, u"139%1"_s.arg(place, 8, 10, QLatin1Char('0'))}},
            {}});
    }
}

} // namespace

AnyCustomer::AnyCustomer(qint64 place)
    : phone(u"138%1"_s.arg(place * 7919 % 100'000'000, 8, 10, QLatin1Char('0')))
    , waterAccount(u"W%1"_s.arg(10'000'000 + place))
    , powerMeter(u"DB%1"_s.arg(20'000'000 + place * 3))
{
    static const QString surnames = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"_s;
    static const QString given = u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂建国华志"_s;
    static const QString estates[] = {
        u"幸福小区"_s, u"阳光花园"_s, u"和平里"_s, u"电厂家属院"_s, u"东风新村"_s, u"建设路社区"_s};
    const auto pick = [](const QString &from, qint64 at) { return from.at(at % from.size()); };
    name =
        QString(pick(surnames, place / 3)) + pick(given, place / 7) + pick(given, place / 11 + 5);
    address = u"%1%2栋%3单元%4"_s.arg(estates[place / 400 % 6])
                  .arg(place / 40 % 300 + 1)
                  .arg(place / 12 % 4 + 1)
                  .arg((place / 4 % 30 + 1) * 100 + place % 4 + 1);
}

void fillWithCustomers(Desk &desk, qint64 customers)
{
    QVector<Command> commands;
    QQueue<QFuture<QVector<store::Verdict>>> onTheWay;
    for (qint64 place = 0; place < customers; ++place) {
        append(desk, place, commands);
        if (commands.size() < batchSize && place + 1 < customers)
            continue;
        if (onTheWay.size() >= batchesOnTheWay)
            mustAll(onTheWay.dequeue().result());
        onTheWay.enqueue(desk.submitAll(std::exchange(commands, {})));
    }
    while (!onTheWay.isEmpty())
        mustAll(onTheWay.dequeue().result());
}

} // namespace bench
