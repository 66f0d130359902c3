// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with supplies: everyone draws on the same few, at desks that know little of each other.
#include "simulation/company.h"

#include "domain/stock.h"
#include "store/register_rows.h"

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype fewSupplies = 3;
constexpr qint64 half = 500; // thousandths
} // namespace

void Company::workOnStock(int number)
{
    if (m_supplies.size() < fewSupplies)
        return addSupply(number);
    const Id supply = m_supplies[m_dice.roll(int(m_supplies.size()))];
    const auto row = store::loadRow(desk(number).database(), supply);
    if (!row)
        return; // it hasn't been heard of here
    const int what = m_dice.roll(10);
    MoveStock command{.supply = supply, .quantity = half * (1 + m_dice.roll(8))};
    if (what < 6) {
        command.kind = u"issued"_s;
        if (m_dice.isOneIn(2)) // all that the books have
            command.quantity = std::max(half, inStock(row->row));
        if (!m_tickets.isEmpty() && m_dice.isOneIn(3))
            command.ticket = m_tickets[m_dice.roll(int(m_tickets.size()))];
    } else if (what < 8) {
        command.kind = u"received"_s;
    } else if (what < 9) {
        command.kind = u"returned"_s;
    } else {
        command.kind = u"counted"_s;
        command.quantity = half * m_dice.roll(10);
    }
    m_outcome.moves += submit(number, command, anybody()).has_value();
}

void Company::addSupply(int number)
{
    const Id supply = freshId();
    const PutRow command{Register::Supply, supply,
        {{supply::Code, u"W%1"_s.arg(m_supplies.size())}, {supply::Name, u"水管"_s},
            {supply::Unit, u"米"_s}, {supply::Minimum, 2000}},
        {}};
    if (submit(number, command, m_people.front()))
        m_supplies.append(supply);
}

} // namespace simulation
