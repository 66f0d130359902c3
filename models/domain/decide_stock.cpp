// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/rule_words.h"
#include "domain/stock.h"
#include "domain/words.h"

#include <algorithm>
#include <cstdlib>

namespace domain
{

namespace
{

Refusal noSuchSupply()
{
    return {QStringLiteral("supply"), Words::tr("There is no such supply."),
        Words::tr("Look in the list of supplies, or add it there."), Refusal::Unknown};
}

Refusal noQuantity()
{
    return {QStringLiteral("quantity"), Words::tr("The quantity is missing."),
        Words::tr("Enter how much, more than nothing and with three places at most.")};
}

std::optional<RegisterRow> supplyOf(const Id &id, const Surroundings &around)
{
    return around.exists(Register::Supply, id) ? around.findRow(id) : std::nullopt;
}

/// A count may find nothing; whatever else is moved is something, and no more than a store holds.
std::optional<Refusal> checkQuantity(
    const StockMoveSpec &move, qint64 quantity, const RegisterRow &supply)
{
    const qint64 least = move.sign == 0 ? 0 : 1;
    if (quantity < least || quantity > mostMoved)
        return noQuantity();
    if (move.sign > 0 && inStock(supply) > mostMoved - quantity)
        return noQuantity();
    return move.sign < 0 ? refusalOfDraw(supply, quantity) : std::nullopt;
}

Refusal noSuchMove(const QString &kind)
{
    return {QStringLiteral("kind"), Words::tr("\"%1\" is no move of stock.").arg(kind),
        Words::tr("Use received, issued, returned or counted.")};
}

Refusal noSuchTicket()
{
    return {QStringLiteral("ticket"), Words::tr("There is no such ticket."),
        Words::tr("Check the number."), Refusal::Unknown};
}

} // namespace

Decision decide(const MoveStock &command, const Ticket *ticket, const Surroundings &around)
{
    const auto supply = supplyOf(command.supply, around);
    if (!supply)
        return noSuchSupply();
    const StockMoveSpec *move = findStockMove(command.kind);
    if (!move)
        return noSuchMove(command.kind);
    if (!command.ticket.isNull() && !ticket)
        return noSuchTicket();
    if (auto refusal = checkQuantity(*move, command.quantity, *supply))
        return *refusal;
    const qint64 moved =
        move->sign == 0 ? command.quantity - inStock(*supply) : move->sign * command.quantity;
    return permitted(Events{StockMoved{command.supply, command.kind, moved, command.ticket,
                         command.note.trimmed()}},
        around, ticket);
}

std::variant<Events, Refusal> drawnFor(const Ticket &ticket, const QVector<DrawnSupply> &drawn,
    Values &step, const Surroundings &around)
{
    Events events;
    QStringList materials;
    for (const DrawnSupply &one : drawn) {
        const auto supply = supplyOf(one.supply, around);
        if (!supply)
            return noSuchSupply();
        const bool isNamedTwice = std::ranges::count(drawn, one.supply, &DrawnSupply::supply) > 1;
        if (isNamedTwice || one.quantity < 1 || one.quantity > mostMoved)
            return noQuantity();
        if (auto refusal = refusalOfDraw(*supply, one.quantity))
            return *refusal;
        events.emplace_back(
            StockMoved{one.supply, QStringLiteral("issued"), -one.quantity, ticket.id, {}});
        materials << supply->values.text(supply::Name) + u' ' + quantityOf(*supply, one.quantity);
    }
    if (!materials.isEmpty() && !step.has(field::Materials))
        step.set(field::Materials, materials.join(QStringLiteral(", ")));
    return events;
}

} // namespace domain
