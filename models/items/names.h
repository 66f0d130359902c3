// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/source.h"
#include "store/committed.h"

#include <QHash>

namespace items
{

/// The codes and names of rows that lists show again and again: staff and grids, by their number in
/// this database. Remembered until a commit touches them.
class Names
{
public:
    explicit Names(store::Reader &read)
        : m_read(read)
    {
    }

    /// Empty when there is no such row.
    QString code(qint64 number) const { return entry(number).code; }
    QString name(qint64 number) const { return entry(number).name; }
    /// Forgets what the commit touched; true when that was anything remembered.
    bool forget(const store::Committed &committed);

private:
    struct Entry {
        QString code;
        QString name;
    };
    const Entry &entry(qint64 number) const;

    store::Reader &m_read;
    mutable QHash<qint64, Entry> m_entries;
};

} // namespace items
