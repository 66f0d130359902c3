// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/map_values.h"

#include "items/scopes.h"
#include "widgets/clock_label.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace ui::gridmap
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::gridmap::MapValues)
};

constexpr qint64 mostTickets = 12; // on the card

map::PinKind kindOf(store::TicketPoint::State state)
{
    switch (state) {
    case store::TicketPoint::Open:
        return map::PinKind::Open;
    case store::TicketPoint::Late:
        return map::PinKind::Late;
    case store::TicketPoint::Over:
        break;
    }
    return map::PinKind::Done;
}

QString homesText(const items::GridOnMap &grid)
{
    QStringList parts;
    if (grid.households > 0)
        parts << Words::tr("%1 households").arg(QLocale().toString(grid.households));
    if (grid.users > 0)
        parts << Words::tr("%1 users").arg(QLocale().toString(grid.users));
    return parts.join(Words::tr(", "));
}

/// What its work plan wants and nobody has done yet.
QVector<map::CardLine> tasksOf(const Id &grid, store::Reader &reader)
{
    constexpr qint64 soon_ms = 3 * 24 * 3'600'000LL;
    QVector<store::NumberedRow> rows = reader.findRowsUnder(Register::Task, grid);
    rows.removeIf([](const store::NumberedRow &row) { return row.row.values.has(task::Done); });
    std::ranges::stable_sort(rows, {}, [](const store::NumberedRow &row) {
        const qint64 due_ms = row.row.values.number(task::Due);
        return due_ms ? due_ms : std::numeric_limits<qint64>::max();
    });
    QVector<map::CardLine> lines;
    for (const store::NumberedRow &row : rows) {
        const qint64 due_ms = row.row.values.number(task::Due);
        const auto clock = due_ms ? widgets::clockWords(due_ms, reader.now_ms(), soon_ms)
                                  : widgets::ClockWords{widgets::Mood::Open, {}};
        lines.append({row.row.id, row.row.values.text(task::Plan), row.row.values.text(task::What),
            clock.mood, clock.text});
    }
    return lines;
}

} // namespace

QVector<map::MapGrid> gridsOf(const items::GridMap &shown)
{
    QVector<map::MapGrid> grids;
    for (const items::GridOnMap &grid : shown.grids()) {
        if (!grid.area.shape.isEmpty())
            grids.append({grid.area.grid, grid.area.shape, grid.code, grid.name});
    }
    return grids;
}

QHash<Id, map::GridWork> workOf(const items::GridMap &shown)
{
    QHash<Id, map::GridWork> work;
    for (const items::GridOnMap &grid : shown.grids())
        work.insert(grid.area.grid, {grid.figures.open, grid.figures.late, grid.chiefName});
    return work;
}

QVector<map::MapPin> pinsOf(const items::GridMap &shown, const StateFits &fits)
{
    QVector<map::MapPin> pins;
    pins.reserve(shown.points().size());
    for (const store::TicketPoint &ticket : shown.points()) {
        if (fits(ticket.state))
            pins.append({ticket.point, kindOf(ticket.state), ticket.ticket, {}});
    }
    for (const items::PlacedRow &row : shown.equipment())
        pins.append({row.point, map::PinKind::Equipment, row.id, row.name});
    return pins;
}

Colouring colouringOf(const items::GridMap &shown, const items::GridTheme &theme,
    map::ThemeScale::Kind kind, const QVector<double> &own)
{
    QVector<double> values;
    for (const items::GridOnMap &grid : shown.grids()) {
        if (const auto value = theme.of(grid); value && !grid.area.shape.isEmpty())
            values.append(*value);
    }
    const auto scale = kind == map::ThemeScale::Kind::Own && !own.isEmpty()
        ? map::ThemeScale::own(own, theme.decimals)
        : map::ThemeScale::of(values, kind, map::mostClasses, theme.decimals);
    Colouring colouring{{theme.titleText(), {}}, {theme.titleText(), {}, 0}, scale.limits()};
    for (int rank = 0; rank < scale.classes(); ++rank)
        colouring.legend.classes.append({scale.words(rank), 0});
    for (const items::GridOnMap &grid : shown.grids()) {
        if (grid.area.shape.isEmpty())
            continue;
        const auto value = theme.of(grid);
        const int rank = value ? scale.rankOf(*value) : -1;
        colouring.theme.values.insert(grid.area.grid, {rank, theme.valueText(value)});
        ++(value ? colouring.legend.classes[rank].grids : colouring.legend.noData);
    }
    return colouring;
}

map::GridFacts factsOf(const items::GridOnMap &grid, const QString &pastDay, store::Reader &reader)
{
    map::GridFacts facts{.id = grid.area.grid,
        .code = grid.code,
        .name = grid.name,
        .chief = grid.chiefName,
        .phone = grid.chiefPhone,
        .acting = grid.actingName,
        .team = grid.team,
        .households = homesText(grid),
        .open = grid.figures.open,
        .late = grid.figures.late,
        .soon = grid.figures.soon,
        .day = pastDay};
    if (!pastDay.isEmpty())
        return facts;
    store::TicketQuery urgent;
    urgent.filters = {
        {QStringLiteral("open"), QStringLiteral("1")}, {QStringLiteral("grid"), grid.code}};
    urgent.sort = QStringLiteral("due_at");
    urgent.descending = false;
    urgent.limit = mostTickets;
    for (const store::TicketLine &line : reader.findTickets(urgent)) {
        const auto ticket = reader.findTicket(line.row);
        if (!ticket)
            continue;
        const auto clock = line.due_ms
            ? widgets::clockWords(line.due_ms, reader.now_ms(), items::soon_ms)
            : widgets::ClockWords{widgets::Mood::Open, {}};
        facts.tickets.append({ticket->ticket.id, line.number,
            line.title.isEmpty() ? line.category : line.title, clock.mood, clock.text});
    }
    facts.tasks = tasksOf(grid.area.grid, reader);
    return facts;
}

} // namespace ui::gridmap
