// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/grid_map.h"

#include <algorithm>
#include <iterator>

namespace items
{

using namespace domain;

namespace
{

/// Long enough that a burst of commits is read once, short enough that nobody waits for it.
constexpr int together_ms = 200;
constexpr int restAfter = 4; // times as long as a reading took
constexpr qint64 hour_ms = 3'600'000, day_ms = 24 * hour_ms;
/// What "soon" and "lately" mean on the map.
constexpr qint64 soon_ms = 2 * hour_ms, lately_ms = 30 * day_ms;

/// Whoever has the chief's right in a grid by a grant, and isn't the chief by the register.
QHash<Id, Id> actingChiefs(const Grants &grants, qint64 at_ms)
{
    QHash<Id, Id> acting;
    for (auto person = grants.byPerson().cbegin(); person != grants.byPerson().cend(); ++person) {
        for (const Grant &grant : grants.inForce(person.key(), at_ms)) {
            const bool holds =
                grant.from_ms <= at_ms && (!grant.until_ms || at_ms < grant.until_ms);
            if (holds && !grant.isOfPost && (grant.role & Chief) && !grant.grid.isNull())
                acting.insert(grant.grid, person.key());
        }
    }
    return acting;
}

/// A grid that nobody had written down by then is shown as it is now: its area may hold since ever.
QVector<store::NumberedRow> gridsAt(store::Reader &reader, const std::optional<qint64> &past_ms)
{
    QVector<store::NumberedRow> grids = reader.findRows(Register::Grid);
    if (!past_ms)
        return grids;
    QHash<qint64, store::NumberedRow> then;
    for (const store::NumberedRow &row : reader.findRowsAsOf(Register::Grid, *past_ms))
        then.insert(row.number, row);
    for (store::NumberedRow &grid : grids)
        grid = then.value(grid.number, grid);
    return grids;
}

/// Names and phones of the staff, and how many belonged to each grid.
struct Staff {
    Staff(store::Reader &reader, const std::optional<qint64> &past_ms)
        : reader(reader)
        , past_ms(past_ms)
    {
        for (const store::NumberedRow &row : past_ms
                ? reader.findRowsAsOf(Register::Staff, *past_ms)
                : reader.findRows(Register::Staff)) {
            people.insert(row.row.id, row);
            if (row.row.values.has(staff::Grid))
                ++ofGrid[row.row.values[staff::Grid].value<Id>()];
        }
    }
    /// Of a past day somebody too who wasn't written down by then, or has gone since.
    const store::NumberedRow &find(const Id &person)
    {
        auto at = people.find(person);
        if (at == people.end()) {
            const auto row = past_ms && !person.isNull() ? reader.findRow(person) : std::nullopt;
            at = people.insert(person, row.value_or(store::NumberedRow()));
        }
        return *at;
    }
    QString text(const Id &person, quint8 field) { return find(person).row.values.text(field); }

    store::Reader &reader;
    const std::optional<qint64> past_ms;
    QHash<Id, store::NumberedRow> people;
    QHash<Id, int> ofGrid;
};

GridOnMap gridFrom(const store::NumberedRow &row, Staff &staff)
{
    const Values &values = row.row.values;
    const Id chief = values[grid::Chief].value<Id>();
    GridOnMap shown{.row = row.number,
        .area = {row.row.id, {}},
        .code = values.text(grid::Code),
        .name = values.text(grid::Name),
        .team = values.text(grid::Team),
        .chief = staff.find(chief).number,
        .chiefName = staff.text(chief, staff::Name),
        .chiefPhone = staff.text(chief, staff::Phone),
        .people = staff.ofGrid.value(row.row.id),
        .households = values.number(grid::Households),
        .users = values.number(grid::Users)};
    shown.figures.grid = row.number;
    return shown;
}

QVector<PlacedRow> placedEquipment(store::Reader &reader)
{
    QVector<PlacedRow> placed;
    for (const store::NumberedRow &row : reader.findRows(Register::Equipment)) {
        const Values &values = row.row.values;
        const auto point = values.has(equipment::Lon) && values.has(equipment::Lat)
            ? GeoPoint::fromDegrees(
                values[equipment::Lon].toDouble(), values[equipment::Lat].toDouble())
            : std::nullopt;
        if (point)
            placed.append({row.row.id, *point, values.text(equipment::Name)});
    }
    return placed;
}

bool concerns(const store::Touched &touched)
{
    static constexpr Register shown[] = {Register::Grid, Register::Drawing, Register::Task,
        Register::Staff, Register::Grant, Register::Equipment};
    return touched.what == store::Touched::Ticket
        || (touched.what == store::Touched::Row
            && std::ranges::find(shown, Register(touched.reg)) != std::end(shown));
}

} // namespace

GridMap::GridMap(const Source &source, QObject *parent)
    : QObject(parent)
    , m_background(source)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together_ms);
    connect(&m_soon, &QTimer::timeout, this, &GridMap::readAnew);
}

GridMap::~GridMap() = default;

void GridMap::ask(qint64 at_ms, const store::TicketQuery &query)
{
    m_at_ms = at_ms;
    m_query = query;
    m_soon.stop();
    readAnew();
}

const GridOnMap *GridMap::find(const Id &grid) const
{
    const auto at = std::ranges::find(
        m_shown.grids, grid, [](const GridOnMap &shown) { return shown.area.grid; });
    return at == m_shown.grids.end() ? nullptr : &*at;
}

void GridMap::takeIn(const store::Committed &committed)
{
    // A timer that runs is left alone: a steady stream of commits must not put the reading off for ever.
    if (!m_soon.isActive() && std::ranges::any_of(committed.touched, concerns))
        m_soon.start();
}

GridMap::Shown GridMap::read(store::Reader &reader, const std::optional<qint64> &past_ms)
{
    const qint64 at_ms = past_ms.value_or(reader.now_ms());
    Shown shown{reader.findDivision(at_ms), {}, {}, {}, {}};
    QHash<qint64, store::GridFigures> figures;
    for (const store::GridFigures &of :
        reader.findGridFigures({at_ms, at_ms - lately_ms, at_ms + soon_ms}))
        figures.insert(of.grid, of);
    QHash<Id, const GridArea *> areas;
    for (const GridArea &area : shown.division->areas)
        areas.insert(area.grid, &area);
    Staff staff(reader, past_ms);
    const QHash<Id, Id> acting = actingChiefs(reader.grants(), at_ms);
    for (const store::NumberedRow &row : gridsAt(reader, past_ms)) {
        GridOnMap grid = gridFrom(row, staff);
        if (const GridArea *area = areas.value(row.row.id))
            grid.area = *area;
        grid.actingName = staff.text(acting.value(row.row.id), staff::Name);
        if (const auto of = figures.constFind(row.number); of != figures.cend())
            grid.figures = *of;
        shown.grids.append(std::move(grid));
    }
    shown.equipment = placedEquipment(reader);
    std::ranges::sort(shown.grids, {}, &GridOnMap::code);
    shown.elsewhere = figures.value(0);
    return shown;
}

void GridMap::readAnew()
{
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    m_reading.start();
    struct Answer {
        Shown shown;
        QVector<store::TicketPoint> points;
    };
    m_background
        .ask([asked_ms = m_at_ms, query = m_query](store::Reader &reader) {
            const auto past_ms = asked_ms ? std::optional(asked_ms) : std::nullopt;
            Answer answer{read(reader, past_ms),
                reader.findTicketPoints(query, past_ms.value_or(reader.now_ms()), mostPoints)};
            answer.shown.asked_ms = asked_ms;
            return answer;
        })
        .then(this, [this](const Answer &answer) {
            m_isReading = false;
            // Of a million tickets a reading takes its time: while much arrives, most of it is rest.
            m_soon.setInterval(std::max(together_ms, restAfter * int(m_reading.elapsed())));
            m_shown = answer.shown;
            if (!m_shown.division)
                m_shown.division = std::make_shared<const store::Division>();
            m_points = answer.points;
            if (std::exchange(m_isStale, false))
                m_soon.start();
            Q_EMIT gridsChanged();
            Q_EMIT pointsChanged();
        });
}

} // namespace items
