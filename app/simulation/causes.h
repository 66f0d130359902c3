// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/heads.h"
#include "store/entry_index.h"

namespace simulation
{

/// All entries of a record in their order, and who had folded what when: from what each entry says alone, by whole version
/// vectors, so that what the store reckons quickly is found once more the long way.
class Causes
{
public:
    explicit Causes(store::Database &database);

    const QVector<store::EntryIndex::Stored> &entries() const { return m_entries; }
    /// Whether one entry's desk had folded the other one by then.
    bool knew(const domain::EntryPlace &one, const domain::EntryPlace &other) const;

private:
    QVector<store::EntryIndex::Stored> m_entries;
    QHash<QPair<domain::Id, qint64>, record::Heads> m_seen;
};

} // namespace simulation
