// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/emergency.h"

#include "items/caller_answer.h"

#include <algorithm>

namespace items
{

using namespace domain;
using store::NumberedRow;
using store::Reader;

namespace
{

std::optional<NumberedRow> gridOf(Reader &reader, const Values &ticket)
{
    return reader.findRow(ticket[field::Grid].value<Id>());
}

/// Of the team that has it and of the grid's; where neither is named, everybody.
std::optional<QStringList> teamsFor(Reader &reader, const Values &ticket)
{
    const auto grid = gridOf(reader, ticket);
    QStringList teams{
        ticket.text(field::Unit), grid ? grid->row.values.text(grid::Team) : QString()};
    teams.removeAll(QString());
    return teams.isEmpty() ? std::nullopt : std::optional(teams);
}

/// The address as the ticket has it, else as its customer's file has it.
QString addressOf(Reader &reader, const Values &ticket)
{
    const QString address = reader.open(field::Address, ticket[field::Address]);
    if (!address.isEmpty())
        return address;
    const auto file = reader.findRow(ticket[field::Customer].value<Id>());
    return file ? showContact(reader, *file, Clarity::Clear).address : QString();
}

/// The customers of a building but for those who are named already, each once.
QVector<Affected::KeyUser> neighboursIn(Reader &reader, const Id &grid, const QString &building,
    const QVector<Affected::KeyUser> &named)
{
    QVector<Affected::KeyUser> neighbours;
    const auto isIn = [](const QVector<Affected::KeyUser> &people, const Id &customer) {
        return std::ranges::any_of(
            people, [&customer](const Affected::KeyUser &one) { return one.id == customer; });
    };
    for (const NumberedRow &row : reader.findRowsIn(Register::Premises, grid)) {
        const Values &values = row.row.values;
        if (buildingOf(reader.open(premises::Address, values[premises::Address])) != building)
            continue;
        const auto file = reader.findCustomerFile(values[premises::Customer].value<Id>());
        if (!file || isIn(named, file->customer.row.id) || isIn(neighbours, file->customer.row.id))
            continue;
        neighbours.append(
            {file->customer.row.id, showContact(reader, file->customer, Clarity::Masked), {}});
    }
    return neighbours;
}

} // namespace

QString housesOf(Reader &reader, const Values &ticket)
{
    const QString address = addressOf(reader, ticket);
    const QString building = buildingOf(address);
    return building == address ? ticket.text(field::Community) : building;
}

EmergencyHelp findEmergencyHelp(Reader &reader, const Id &id)
{
    const auto found = reader.findTicket(id);
    if (!found)
        return {};
    const Values &ticket = found->ticket.values;
    EmergencyHelp help;
    const auto teams = teamsFor(reader, ticket);
    help.duty = findDuty(reader, reader.now_ms(), teams);
    if (help.duty.now.isEmpty() && teams) {
        help.duty = findDuty(reader, reader.now_ms());
        help.isOfTeam = help.duty.now.isEmpty();
    }
    const auto grid = gridOf(reader, ticket);
    if (!grid)
        return help;
    const OutageLine like{
        .line = ticket.text(field::Line), .grids = {grid->row.values.text(grid::Code)}};
    help.affected = findAffected(reader, like, Clarity::Masked);
    const QString address = addressOf(reader, ticket);
    if (const QString building = buildingOf(address); building != address) {
        help.building = building;
        help.neighbours = neighboursIn(reader, grid->row.id, building, help.affected.keyUsers);
    }
    return help;
}

Values outageFromTicket(Reader &reader, const Ticket &ticket)
{
    const Values &values = ticket.values;
    const QString line = values.text(field::Line);
    Values outage{{outage::From, values.number(field::HappenedAt)},
        {outage::Line, line == u"other" ? QString() : line},
        {outage::Where, housesOf(reader, values)}};
    const QString category = values.text(field::Category);
    outage.set(outage::Title, category.isEmpty() ? values.text(field::Title) : category);
    if (const auto grid = gridOf(reader, values))
        outage.set(outage::Grids, grid->row.values.text(grid::Code));
    return outage;
}

} // namespace items
