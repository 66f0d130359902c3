// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of stock and rules, found the long way: from the entries alone, by whole version vectors.
#include "simulation/causes.h"
#include "simulation/company.h"

#include "domain/stock.h"

#include <algorithm>

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

struct Moved {
    store::EntryIndex::Stored stored;
    StockMoved moved;
};

/// How a supply stands in conflict here.
class StockConflicts
{
public:
    StockConflicts(store::Database &database, const Id &supply)
    {
        store::Statement each(
            database.handle(), "SELECT entry, other, reason FROM conflicts WHERE subject=?");
        each.bind(1, supply);
        while (each.step())
            m_raised.append(
                {each.integer(0), each.integer(1), store::ConflictReason(each.integer(2))});
    }
    bool isWithoutEffect(qint64 entry) const
    {
        return std::ranges::any_of(m_raised, [entry](const Raised &raised) {
            return raised.entry == entry && !store::hasEffect(raised.reason);
        });
    }
    /// The entry that it was overdrawn against; nothing where nobody says that it was.
    std::optional<qint64> overdrawn(qint64 entry) const
    {
        const auto at = std::ranges::find_if(m_raised, [entry](const Raised &raised) {
            return raised.entry == entry && raised.reason == store::ConflictReason::StockBelowZero;
        });
        return at == m_raised.end() ? std::nullopt : std::optional(at->other);
    }
    bool contradict(qint64 entry, qint64 other) const
    {
        return std::ranges::any_of(m_raised, [&](const Raised &raised) {
            return raised.entry == entry && raised.other == other
                && raised.reason == store::ConflictReason::Contradicts;
        });
    }

private:
    struct Raised {
        qint64 entry;
        qint64 other;
        store::ConflictReason reason;
    };
    QVector<Raised> m_raised;
};

QString faultOfSupply(
    const QVector<Moved> &moves, const StockConflicts &conflicts, const Causes &causes, qint64 &sum)
{
    QVector<Moved> counting;
    for (const Moved &move : moves) {
        const qint64 position = move.stored.position;
        if (conflicts.isWithoutEffect(position))
            continue;
        sum += move.moved.quantity;
        QVector<qint64> unseen;
        for (const Moved &other : std::as_const(counting)) {
            if (causes.knew(move.stored.place, other.stored.place))
                continue;
            const bool countsBeside =
                move.moved.kind == u"counted" || other.moved.kind == u"counted";
            if (countsBeside && !conflicts.contradict(position, other.stored.position))
                return u"a count and a move knew nothing of each other, and no conflict says so"_s;
            if (other.moved.quantity < 0)
                unseen.append(other.stored.position);
        }
        const auto against = conflicts.overdrawn(position);
        if ((sum < 0 && move.moved.quantity < 0) != against.has_value())
            return u"stock of %1 at entry %2, and its conflict doesn't fit"_s.arg(sum).arg(
                position);
        if (against && !unseen.isEmpty() && !unseen.contains(*against))
            return u"stock is below zero, and the conflict doesn't name the other issue"_s;
        counting.append(move);
    }
    return {};
}

} // namespace

/// What is in stock is the sum of the moves that count, on every desk; where that falls below zero a conflict names who took
/// something without knowing of the other.
QString Company::faultOfStock()
{
    store::Database &database = desk(0).database();
    const Causes causes(database);
    QHash<Id, QVector<Moved>> moves;
    for (const store::EntryIndex::Stored &stored : causes.entries()) {
        for (const Event &event : stored.entry.events) {
            if (const auto *moved = std::get_if<StockMoved>(&event))
                moves[moved->supply].append({stored, *moved});
        }
    }
    for (const Id &supply : std::as_const(m_supplies)) {
        qint64 sum = 0;
        const QString fault =
            faultOfSupply(moves.value(supply), StockConflicts(database, supply), causes, sum);
        if (!fault.isEmpty())
            return fault;
        for (size_t i = 0; i < m_desks.size(); ++i) {
            const auto row = store::loadRow(m_desks[i]->database(), supply);
            if (row && inStock(row->row) != sum)
                return u"desk %1 has %2 in stock, and the moves say %3"_s.arg(i)
                    .arg(inStock(row->row))
                    .arg(sum);
        }
    }
    return {};
}

/// Nobody wrote by rules that the company hadn't activated in that entry's past, or that the program didn't know.
QString Company::faultOfRules()
{
    const Causes causes(desk(0).database());
    QVector<QPair<EntryPlace, qint64>> activated;
    const Id liar = m_liar < 0 ? Id() : desk(m_liar).id();
    for (const store::EntryIndex::Stored &stored : causes.entries()) {
        const record::Entry &entry = stored.entry;
        const bool isActivated =
            entry.rules == firstRules || std::ranges::any_of(activated, [&](const auto &one) {
                return one.second >= entry.rules && causes.knew(stored.place, one.first);
            });
        if (!isActivated && entry.desk != liar)
            return u"an entry is decided by rules %1, which nobody had activated"_s.arg(
                entry.rules);
        if (m_writtenBy.value(stored.hash, entry.rules) < entry.rules)
            return u"an entry is decided by rules %1, which its program didn't know"_s.arg(
                entry.rules);
        for (const Event &event : entry.events) {
            const auto *put = std::get_if<RegisterPut>(&event);
            if (put && put->reg == Register::Company && put->values.has(company::Rules))
                activated.append({stored.place, put->values.number(company::Rules)});
        }
    }
    return {};
}

} // namespace simulation
