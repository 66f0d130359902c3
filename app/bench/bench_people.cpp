// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/customers.h"
#include "bench/reading.h"

#include "domain/pinyin.h"
#include "domain/register_rules.h"
#include "store/people.h"

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr double mostSeconds = 10;
constexpr double mostSearch_ms = 30;
constexpr int shown = 50; // of what is found

/// What one customer is found by.
std::vector<std::pair<QString, QString>> askedFor(qint64 place)
{
    const AnyCustomer person(place - place % 10); // one who has premises and a household
    const QString initials = QString::fromLatin1(pinyinInitials(person.name, Reading::Surname));
    return {{u"a name"_s, person.name}, {u"pinyin initials"_s, initials},
        {u"last four digits of a phone"_s, person.phone.right(4)},
        {u"a whole phone"_s, person.phone}, {u"an address"_s, person.address.right(9)},
        {u"an account number"_s, person.waterAccount}, {u"a meter number"_s, person.powerMeter},
        {u"a household member's phone"_s,
            u"139%1"_s.arg(place - place % 10, 8, 10, QLatin1Char('0'))},
        {u"nobody"_s, u"没有这个人"_s}};
}

double mb(size_t bytes)
{
    return double(bytes) / (1024 * 1024);
}

} // namespace

/// Unlocks a desk of so many customers: how long the index takes on its own threads, what it weighs, and how soon it
/// finds somebody, by anything. Beside it the bare database reading the same rows, which it can't search.
QJsonObject benchPeople(const Order &order)
{
    const QString folder = order.desks.withCustomers(order.tickets);
    auto desk = order.desks.open(folder);
    Times filling, bareReading, duplicates;
    Bare bare(store::DeskFolder{folder}.database(), Bare::Access::ReadOnly);
    BareStatement rows(bare, "SELECT id, fields FROM registers WHERE removed=0");
    store::People people(desk->folder(), desk->secrets().deskKey);
    filling.take([&] { people.fill(false); });
    bareReading.take([&] { rows.drain(); });

    QJsonArray questions,
        bars{bar(u"s until everybody is found"_s, filling.p50_ms() / 1000, mostSeconds)};
    for (const auto &[name, typed] : askedFor(order.tickets / 2)) {
        Times times;
        for (int round = 0; round < order.rounds; ++round)
            times.take([&, &typed = typed] { people.findCustomers(typed, shown); });
        QJsonObject question = times.json();
        question.insert(u"name"_s, name);
        question.insert(u"found"_s, people.findCustomers(typed, shown).size());
        questions.append(question);
        bars.append(bar(u"ms for "_s + name, times.p99_ms(), mostSearch_ms));
    }
    qsizetype pairs = 0;
    duplicates.take([&] { pairs = desk->read().findDuplicates().size(); });
    QJsonObject result =
        beside(u"index of people filled, beside the bare database reading the rows"_s, filling,
            bareReading);
    result.insert(u"people"_s, people.countCustomers());
    result.insert(u"memory_mb"_s, rounded(mb(people.memoryBytes())));
    result.insert(u"questions"_s, questions);
    result.insert(u"duplicates"_s,
        QJsonObject{{u"seconds"_s, rounded(duplicates.p50_ms() / 1000)}, {u"pairs"_s, pairs}});
    result.insert(u"bars"_s, bars);
    return result;
}

} // namespace bench
