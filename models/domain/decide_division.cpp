// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/division.h"
#include "domain/rule_words.h"
#include "domain/shape_code.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace domain
{

namespace
{

QString areaField()
{
    return registerSpec(Register::Drawing).fields.find(drawing::Area)->name();
}

/// What people call a grid: its code and name as this very command puts them, or as they are on file.
QString nameOf(const Id &grid, const DrawGrids &command, const Surroundings &around)
{
    Values values;
    if (const auto row = around.findRow(grid))
        values = row->values;
    for (const PutRow &put : command.rows) {
        if (put.row == grid)
            values.merge(put.values);
    }
    return values.text(grid::Code) + u' ' + values.text(grid::Name);
}

/// Two new grids of one command may not share a code, which neither of them has yet.
std::optional<Refusal> checkCodes(const DrawGrids &command)
{
    QSet<QString> codes;
    for (const PutRow &put : command.rows) {
        const QString code = put.values.text(grid::Code);
        if (code.isEmpty() || !codes.contains(code)) {
            codes.insert(code);
            continue;
        }
        return Refusal{QStringLiteral("code"),
            Words::tr("Two grids have the code \"%1\".").arg(code),
            Words::tr("Give each its own.")};
    }
    return {};
}

std::optional<Refusal> checkArea(
    const GridArea &drawn, const DrawGrids &command, const Surroundings &around)
{
    const bool isNew =
        std::ranges::find(command.rows, drawn.grid, &PutRow::row) != command.rows.end();
    if (!isNew && !around.exists(Register::Grid, drawn.grid)) {
        return Refusal{QStringLiteral("grid"), Words::tr("There is no such grid."),
            Words::tr("Look in the list of grids, or add it there."), Refusal::Unknown};
    }
    if (std::ranges::count(command.areas, drawn.grid, &GridArea::grid) > 1) {
        return Refusal{areaField(),
            Words::tr("%1 is drawn twice.").arg(nameOf(drawn.grid, command, around)),
            Words::tr("Draw each grid once for a day.")};
    }
    if (!isWellFormed(drawn.shape)) {
        return Refusal{areaField(),
            Words::tr("The area of %1 is no area.").arg(nameOf(drawn.grid, command, around)),
            Words::tr("An area has three corners at least, and %1 at most.").arg(mostCorners)};
    }
    if (auto fault = around.faultOf(drawn.shape)) {
        fault->what = nameOf(drawn.grid, command, around) + QStringLiteral(": ") + fault->what;
        return fault;
    }
    return {};
}

RegisterPut drawn(const GridArea &one, const DrawGrids &command)
{
    RegisterPut put{drawingOf(one.grid, command.from_ms), Register::Drawing,
        {{drawing::Grid, QVariant::fromValue(one.grid)}}, {}};
    // Drawn once more for the same day, it is drawn for this reason and not for that of before.
    if (const QString reason = command.reason.trimmed(); reason.isEmpty())
        put.cleared.append(drawing::Reason);
    else
        put.values.set(drawing::Reason, reason);
    if (command.from_ms)
        put.values.set(drawing::From, command.from_ms);
    if (one.shape.isEmpty())
        put.cleared.append(drawing::Area);
    else
        put.values.set(drawing::Area, codeOf(one.shape));
    return put;
}

} // namespace

Decision decide(const DrawGrids &command, const Surroundings &around)
{
    if (command.areas.isEmpty()) {
        return Refusal{
            areaField(), Words::tr("Nothing is drawn."), Words::tr("Draw the area of a grid.")};
    }
    if (command.areas.size() + command.rows.size() > mostDrawnAtOnce) {
        return Refusal{areaField(), Words::tr("Too many grids are drawn at once."),
            Words::tr("Draw %1 at most.").arg(mostDrawnAtOnce)};
    }
    if (auto refusal = checkCodes(command))
        return *refusal;
    Events events;
    for (const PutRow &row : command.rows) {
        Decision put = decide(row, around);
        if (auto *refusal = std::get_if<Refusal>(&put))
            return std::move(*refusal);
        std::ranges::move(std::get<Events>(put), std::back_inserter(events));
    }
    for (const GridArea &one : command.areas) {
        if (auto refusal = checkArea(one, command, around))
            return *refusal;
        events.emplace_back(drawn(one, command));
    }
    return permitted(std::move(events), around);
}

} // namespace domain
