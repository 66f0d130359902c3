// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/past_rows.h"

#include "domain/fold.h"
#include "store/conflicts.h"
#include "store/entry_index.h"

#include <QCache>

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

/// Goes back through the record. Entries are kept for a while: one of an import says something of thousands of rows.
class LookBack
{
public:
    LookBack(Database &database, qint64 at_ms)
        : m_database(database)
        , m_index(database)
        , m_at_ms(at_ms)
        , m_entries(entriesKept)
    {
    }

    bool hasChangedSince(const NumberedRow &row)
    {
        return entryAt(row.lastEntry).entry.recorded_ms > m_at_ms;
    }

    /// Nothing where it wasn't there yet.
    std::optional<RegisterRow> asOf(const RegisterRow &now)
    {
        RegisterRow then{now.id, now.reg};
        bool isThere = false;
        for (const qint64 position : entriesAbout(now.id)) {
            const EntryIndex::Stored &stored = entryAt(position);
            if (stored.entry.recorded_ms > m_at_ms)
                continue;
            for (const Event &event : stored.entry.events) {
                if (const auto *put = std::get_if<RegisterPut>(&event); put && put->row == now.id)
                    fold(then, *put);
                else if (const auto *gone = std::get_if<RegisterRemoved>(&event);
                         gone && gone->row == now.id)
                    fold(then, *gone);
            }
            isThere = true;
        }
        return isThere && !then.removed ? std::optional(then) : std::nullopt;
    }

private:
    static constexpr int entriesKept = 64;

    /// Good until the next one is asked for.
    const EntryIndex::Stored &entryAt(qint64 position)
    {
        if (const EntryIndex::Stored *kept = m_entries.object(position))
            return *kept;
        auto *read = new EntryIndex::Stored(m_index.entryAt(position));
        m_entries.insert(position, read);
        return *read;
    }

    /// All that was said of a row, in the order of the record.
    QVector<qint64> entriesAbout(const Id &row)
    {
        const QSet<qint64> withoutEffect = entriesWithoutEffect(m_database, row);
        QVector<qint64> entries;
        Statement each(m_database.handle(), "SELECT entry FROM history WHERE entity=?");
        each.bind(1, row);
        while (each.step()) {
            if (!withoutEffect.contains(each.integer(0)))
                entries.append(each.integer(0));
        }
        std::ranges::sort(
            entries, isBefore, [this](qint64 position) { return m_index.placeAt(position); });
        return entries;
    }

    Database &m_database;
    EntryIndex m_index;
    const qint64 m_at_ms;
    QCache<qint64, EntryIndex::Stored> m_entries;
};

} // namespace

QVector<NumberedRow> loadRowsAsOf(Database &database, Register reg, qint64 at_ms)
{
    LookBack back(database, at_ms);
    QVector<NumberedRow> then;
    Statement each(database.handle(), "SELECT id FROM registers WHERE register=? ORDER BY id");
    each.bind(1, int(reg));
    while (each.step()) {
        const auto row = loadRow(database, each.integer(0));
        if (!row)
            continue;
        if (back.hasChangedSince(*row)) {
            if (const auto asOf = back.asOf(row->row))
                then.append({row->number, *asOf, row->lastEntry});
        } else if (!row->row.removed) {
            then.append(*row);
        }
    }
    return then;
}

} // namespace store
