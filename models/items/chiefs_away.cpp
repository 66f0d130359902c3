// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/chiefs_away.h"

#include "store/presence.h"

#include <algorithm>

namespace items
{

using namespace domain;
using store::NumberedRow;
using store::Reader;

namespace
{

/// [from, until) in UTC milliseconds.
struct Span {
    qint64 from_ms = 0;
    qint64 until_ms = 0;

    bool meets(qint64 from, qint64 until) const
    {
        return from < until_ms && (until == 0 || until > from_ms);
    }
};

Span spanOf(QDate first, int days, const QTimeZone &zone)
{
    return {first.startOfDay(zone).toMSecsSinceEpoch(),
        first.addDays(days).startOfDay(zone).toMSecsSinceEpoch()};
}

/// A grant to act: a chief's rights in one grid that don't come with the post.
bool isActing(const Grant &grant)
{
    return grant.role == Chief && !grant.grid.isNull() && !grant.isOfPost && !grant.isRevoked;
}

/// Whether somebody acts at every moment of a stretch.
bool isCovered(const Span &span, QVector<ActingChief> acting)
{
    std::ranges::sort(acting, {}, &ActingChief::from_ms);
    qint64 reached_ms = span.from_ms;
    for (const ActingChief &one : acting) {
        if (one.from_ms > reached_ms)
            return false;
        if (one.until_ms == 0)
            return true;
        reached_ms = std::max(reached_ms, one.until_ms);
    }
    return reached_ms >= span.until_ms;
}

class Looking
{
public:
    Looking(Reader &reader, QDate first, int days)
        : m_reader(reader)
        , m_book(reader)
        , m_zone(reader.zone())
        , m_first(first)
        , m_days(days)
        , m_span(spanOf(first, days, m_zone))
    {
    }

    QVector<ChiefAway> find();

private:
    void addLeave(const ChiefAway &of);
    void addDaysOff(const ChiefAway &of);
    bool isOnLeave(const Id &person, qint64 from_ms, qint64 until_ms);

    Reader &m_reader;
    store::PresenceBook m_book;
    const QTimeZone m_zone;
    const QDate m_first;
    const int m_days;
    const Span m_span;
    QVector<ChiefAway> m_found;
};

void Looking::addLeave(const ChiefAway &of)
{
    for (const NumberedRow &row : m_reader.findRowsUnder(Register::Leave, of.chief)) {
        const Values &values = row.row.values;
        ChiefAway away = of;
        away.leave = values.text(leave::Kind);
        away.from_ms = values.number(leave::From);
        away.until_ms = values.number(leave::Until);
        if (values.flag(leave::Approved) && m_span.meets(away.from_ms, away.until_ms))
            m_found.append(away);
    }
}

bool Looking::isOnLeave(const Id &person, qint64 from_ms, qint64 until_ms)
{
    return std::ranges::any_of(m_found, [&](const ChiefAway &one) {
        return one.chief == person && !one.leave.isEmpty() && one.from_ms < until_ms
            && one.until_ms > from_ms;
    });
}

/// Days off that follow each other are one stretch; leave stands before them.
void Looking::addDaysOff(const ChiefAway &of)
{
    for (int day = 0; day < m_days; ++day) {
        const QDate date = m_first.addDays(day);
        const auto shift = m_book.shifts().constFind(m_book.shiftOn(of.chief, date));
        if (shift == m_book.shifts().constEnd() || shift->isWorked())
            continue;
        const Span span = spanOf(date, 1, m_zone);
        if (isOnLeave(of.chief, span.from_ms, span.until_ms))
            continue;
        ChiefAway *last = m_found.isEmpty() ? nullptr : &m_found.last();
        if (last && last->grid == of.grid && last->leave.isEmpty()
            && last->until_ms == span.from_ms) {
            last->until_ms = span.until_ms;
            continue;
        }
        ChiefAway away = of;
        away.from_ms = span.from_ms;
        away.until_ms = span.until_ms;
        m_found.append(away);
    }
}

QVector<ChiefAway> Looking::find()
{
    for (const RegisterRow &row : store::rowsOf(m_reader, Register::Grid)) {
        const auto chief = m_reader.findRow(row.values[grid::Chief].value<Id>());
        if (!chief || chief->row.removed)
            continue;
        const ChiefAway of{.grid = row.id,
            .code = row.values.text(grid::Code),
            .gridName = row.values.text(grid::Name),
            .chief = chief->row.id,
            .chiefName = chief->row.values.text(staff::Name)};
        addLeave(of);
        addDaysOff(of);
    }
    return m_found;
}

QHash<Id, QVector<ActingChief>> actingWithin(Reader &reader, const Span &span)
{
    QHash<Id, QVector<ActingChief>> acting;
    for (const auto &[person, grants] : reader.grants().byPerson().asKeyValueRange()) {
        for (const Grant &grant : grants) {
            if (!isActing(grant) || !span.meets(grant.from_ms, grant.until_ms))
                continue;
            const auto grid = reader.findRow(grant.grid);
            const auto row = reader.findRow(person);
            // Whoever is the chief acts for nobody.
            if (!grid || !row || grid->row.values[grid::Chief].value<Id>() == person)
                continue;
            acting[person].append({person, row->row.values.text(staff::Name),
                grid->row.values.text(grid::Code), grant.from_ms, grant.until_ms});
        }
    }
    return acting;
}

} // namespace

QHash<Id, QVector<ActingChief>> findActing(Reader &reader, QDate first, int days)
{
    return actingWithin(reader, spanOf(first, days, reader.zone()));
}

QVector<ChiefAway> findChiefsAway(Reader &reader, QDate first, int days)
{
    QVector<ChiefAway> found = Looking(reader, first, days).find();
    // Leave may reach far beyond these days on both sides.
    Span widest = spanOf(first, days, reader.zone());
    for (const ChiefAway &away : std::as_const(found))
        widest = {std::min(widest.from_ms, away.from_ms), std::max(widest.until_ms, away.until_ms)};
    const auto acting = actingWithin(reader, widest);
    for (ChiefAway &away : found) {
        const Span span{away.from_ms, away.until_ms};
        for (const QVector<ActingChief> &ofOne : acting) {
            for (const ActingChief &one : ofOne) {
                if (one.grid == away.code && span.meets(one.from_ms, one.until_ms))
                    away.acting.append(one);
            }
        }
        std::ranges::sort(away.acting, {},
            [](const ActingChief &one) { return std::pair(one.from_ms, one.name); });
        away.isCovered = isCovered(span, away.acting);
    }
    std::ranges::stable_sort(
        found, {}, [](const ChiefAway &one) { return std::pair(one.code, one.from_ms); });
    return found;
}

} // namespace items
