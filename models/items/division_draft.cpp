// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/division_draft.h"

#include "geo/measures.h"
#include "geo/numbering.h"

#include <QtConcurrent>

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

/// Two borders that come so near to each other were meant to be one.
constexpr double near_m = 2;
constexpr double nothing_m2 = 1;
constexpr qint32 aside_e7 =
    2'000; // some 20 m: a neighbour's box may lie so far off and its border still be near

GeoBox widened(GeoBox box)
{
    box.least = {box.least.lon_e7 - aside_e7, box.least.lat_e7 - aside_e7};
    box.most = {box.most.lon_e7 + aside_e7, box.most.lat_e7 + aside_e7};
    return box;
}

} // namespace

DivisionDraft::DivisionDraft(Grids grids, QObject *parent)
    : QObject(parent)
    , m_steps{{std::move(grids), {}}}
{
    look();
}

DivisionDraft::~DivisionDraft()
{
    if (m_stop)
        *m_stop = true;
}

int DivisionDraft::placeOf(const Id &grid) const
{
    const auto at =
        std::ranges::find_if(grids(), [&grid](const Grid &one) { return one.area.grid == grid; });
    return at == grids().end() ? -1 : int(at - grids().begin());
}

const DivisionDraft::Grid *DivisionDraft::find(const Id &grid) const
{
    const int place = placeOf(grid);
    return place < 0 ? nullptr : &grids()[place];
}

QVector<Id> DivisionDraft::changed() const
{
    const Grids &before = m_steps.constFirst().grids;
    QVector<Id> changed;
    // New ones stand behind those of before, and shapes that nobody touched are the same memory.
    for (qsizetype place = 0; place < grids().size(); ++place) {
        if (place >= before.size() || !(grids()[place] == before[place]))
            changed.append(grids()[place].area.grid);
    }
    return changed;
}

DivisionDraft::Around DivisionDraft::around(const GeoBox &box, const QVector<int> &without) const
{
    Around found;
    const GeoBox near = widened(box);
    for (int place = 0; place < int(grids().size()); ++place) {
        const Shape &shape = grids()[place].area.shape;
        if (shape.isEmpty() || without.contains(place) || !shape.box().meets(near))
            continue;
        found.shapes.append(shape);
        found.places.append(place);
    }
    return found;
}

DivisionDraft::Answer DivisionDraft::take(const geo::Outcome &outcome, const Around &around,
    const QVector<int> &edited, const QString &deed)
{
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        return *refusal;
    const auto &done = std::get<geo::Edited>(outcome);
    Grids after = grids();
    for (qsizetype i = 0; i < edited.size(); ++i)
        after[edited[i]].area.shape = done.shapes.value(i);
    for (auto at = done.neighbours.begin(); at != done.neighbours.end(); ++at)
        after[around.places[at.key()]].area.shape = *at;
    push(std::move(after), deed);
    return {};
}

DivisionDraft::Answer DivisionDraft::draw(const Id &grid, const Shape &outline)
{
    const int place = placeOf(grid);
    if (place < 0)
        return Refusal{{}, tr("There is no such grid."), tr("Choose one on the map.")};
    const Around near = around(outline.box(), {place});
    return take(geo::snapped(outline, near.shapes, near_m), near, {place},
        tr("Drew %1").arg(grids()[place].code));
}

DivisionDraft::Answer DivisionDraft::add(const Grid &grid)
{
    const Around near = around(grid.area.shape.box(), {});
    const auto outcome = geo::snapped(grid.area.shape, near.shapes, near_m);
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        return *refusal;
    const auto &done = std::get<geo::Edited>(outcome);
    Grids after = grids();
    for (auto at = done.neighbours.begin(); at != done.neighbours.end(); ++at)
        after[near.places[at.key()]].area.shape = *at;
    after.append(grid);
    after.last().area.shape = done.shapes.constFirst();
    after.last().isNew = true;
    push(std::move(after), tr("Added %1").arg(grid.code));
    return {};
}

std::variant<int, Refusal> DivisionDraft::newPartsOf(const Id &grid, const geo::Line &line) const
{
    const Grid *whole = find(grid);
    const auto outcome = geo::split(whole ? whole->area.shape : Shape(), line);
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        return *refusal;
    return int(std::get<geo::Edited>(outcome).shapes.size()) - 1;
}

DivisionDraft::Answer DivisionDraft::split(
    const Id &grid, const geo::Line &line, const QVector<Grid> &others)
{
    const int place = placeOf(grid);
    if (place < 0)
        return Refusal{{}, tr("There is no such grid."), tr("Choose one on the map.")};
    const Around near = around(grids()[place].area.shape.box(), {place});
    const auto outcome = geo::split(grids()[place].area.shape, line, near.shapes);
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        return *refusal;
    const auto &done = std::get<geo::Edited>(outcome);
    if (done.shapes.size() != others.size() + 1)
        return Refusal{{}, tr("The line makes %1 parts.").arg(done.shapes.size()),
            tr("Say what each of the new ones is called.")};
    Grids after = grids();
    after[place].area.shape = done.shapes.constFirst();
    for (qsizetype i = 0; i < others.size(); ++i) {
        after.append(others[i]);
        after.last().area.shape = done.shapes[i + 1];
        after.last().isNew = true;
    }
    for (auto at = done.neighbours.begin(); at != done.neighbours.end(); ++at)
        after[near.places[at.key()]].area.shape = *at;
    push(std::move(after), tr("Split %1").arg(grids()[place].code));
    return {};
}

DivisionDraft::Answer DivisionDraft::merge(const Id &into, const QVector<Id> &others)
{
    QVector<int> places{placeOf(into)};
    for (const Id &other : others)
        places.append(placeOf(other));
    if (places.contains(-1) || others.isEmpty())
        return Refusal{{}, tr("Two grids are merged."), tr("Choose the other one on the map.")};
    geo::Shapes shapes;
    GeoBox box;
    for (const int place : places) {
        shapes.append(grids()[place].area.shape);
        box.add(shapes.constLast().box());
    }
    const Around near = around(box, places);
    return take(geo::merged(shapes, near.shapes), near, places,
        tr("Merged into %1").arg(grids()[places[0]].code));
}

DivisionDraft::Answer DivisionDraft::moveBorder(
    const Id &one, const Id &other, const geo::Line &line)
{
    const QVector<int> places{placeOf(one), placeOf(other)};
    if (places.contains(-1) || one == other)
        return Refusal{{}, tr("A border lies between two grids."), tr("Choose both on the map.")};
    const Shape &first = grids()[places[0]].area.shape, &second = grids()[places[1]].area.shape;
    GeoBox box = first.box();
    box.add(second.box());
    const Around near = around(box, places);
    return take(geo::movedBorder(first, second, line, near.shapes), near, places,
        tr("Moved the border of %1 and %2").arg(grids()[places[0]].code, grids()[places[1]].code));
}

DivisionDraft::Answer DivisionDraft::heal(const geo::Flaw &flaw, const Id &to)
{
    const int keeper = placeOf(to);
    if (keeper < 0 || !flaw.areas.contains(keeper))
        return Refusal{
            {}, tr("This grid has nothing to do with it."), tr("Choose one of those that do.")};
    const QString deed = flaw.kind == geo::Flaw::Gap
        ? tr("Gave the gap to %1").arg(grids()[keeper].code)
        : tr("Left the overlap to %1").arg(grids()[keeper].code);
    if (flaw.kind == geo::Flaw::Gap) {
        const Around near = around(flaw.where.box(), {keeper});
        return take(
            geo::filled(grids()[keeper].area.shape, flaw.where, near.shapes), near, {keeper}, deed);
    }
    const int loser = flaw.areas[0] == keeper ? flaw.areas[1] : flaw.areas[0];
    // Who lies within the other one has nothing left.
    if (geo::area_m2(grids()[loser].area.shape) - flaw.area_m2 < nothing_m2) {
        Grids after = grids();
        after[loser].area.shape = {};
        push(std::move(after), deed);
        return {};
    }
    return take(geo::without(grids()[loser].area.shape, {flaw.where}), {}, {loser}, deed);
}

DivisionDraft::Answer DivisionDraft::clear(const Id &grid)
{
    const int place = placeOf(grid);
    if (place < 0)
        return Refusal{{}, tr("There is no such grid."), tr("Choose one on the map.")};
    Grids after = grids();
    after[place].area.shape = {};
    push(std::move(after), tr("Took the area of %1").arg(grids()[place].code));
    return {};
}

void DivisionDraft::push(Grids grids, const QString &deed)
{
    m_steps.resize(m_at + 1);
    m_steps.append({std::move(grids), deed});
    goTo(m_at + 1);
}

void DivisionDraft::undo()
{
    if (canUndo())
        goTo(m_at - 1);
}

void DivisionDraft::redo()
{
    if (canRedo())
        goTo(m_at + 1);
}

void DivisionDraft::goTo(qsizetype step)
{
    m_at = step;
    Q_EMIT changedGrids();
    look();
}

/// The search under way is of something that isn't there any more.
void DivisionDraft::look()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_flaws.clear();
    m_isLooking = true;
    QVector<GridArea> areas;
    for (const Grid &grid : grids())
        areas.append(grid.area);
    QtConcurrent::run([areas, stop = m_stop] {
        return geo::findFlaws(areas, [&stop](int) { return !*stop; });
    }).then(this, [this, stop = m_stop](const std::optional<Flaws> &found) {
        if (*stop || stop != m_stop || !found)
            return;
        m_isLooking = false;
        m_flaws = *found;
        Q_EMIT flawsFound();
    });
}

QStringList DivisionDraft::proposedCodes(int count) const
{
    QSet<QString> taken;
    QString community; // where the company's codes follow the standard
    for (const Grid &grid : grids()) {
        taken.insert(grid.code);
        if (grid.code.size() > geo::communityDigits && !geo::faultOfCode(grid.code))
            community = grid.code.first(geo::communityDigits);
    }
    const auto codes = geo::proposeCodes(QVector<domain::GridArea>(count), community, taken);
    const auto *found = std::get_if<QStringList>(&codes);
    return found ? *found : QStringList(count);
}

QString DivisionDraft::oddityOfCode(const QString &code)
{
    const auto fault = code.isEmpty() ? std::nullopt : geo::faultOfCode(code);
    return fault ? fault->text() : QString();
}

DrawGrids DivisionDraft::command(qint64 from_ms, const QString &reason) const
{
    DrawGrids command{from_ms, {}, {}, reason};
    for (const Id &changed : this->changed()) {
        const Grid &grid = *find(changed);
        if (grid.isNew) {
            command.rows.append(PutRow{
                Register::Grid, changed, {{grid::Code, grid.code}, {grid::Name, grid.name}}, {}});
        }
        command.areas.append(grid.area);
    }
    return command;
}

} // namespace items
