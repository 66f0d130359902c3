// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/values.h"
#include "store/sql.h"

namespace store
{

/// The full text of tickets: number, title, description, reply, and the place where no person stands
/// beside it. It is fed after the commit, so that a save doesn't wait for it: rows up to the
/// number that indexedTo() gives are in the index, and a search looks through the few behind it itself.

/// The greatest row number that the index holds.
qint64 indexedTo(Database &database);
/// Adds up to `limit` rows in the transaction that the caller holds; returns how many it added.
qint64 feedText(Database &database, qint64 limit);

/// Keeps the index right when the text of a row that it holds changes. Made before the row is
/// written, applied after it.
class TextChange
{
public:
    TextChange(
        Database &database, qint64 row, const domain::Values &before, const domain::Values &after);
    void apply() const;

private:
    Database &m_database;
    qint64 m_row;
    const domain::Values &m_before;
    const domain::Values &m_after;
};

/// Takes a row that goes out of the index, in the transaction that its caller holds; before the row itself goes.
void removeText(Database &database, qint64 row, const domain::Values &values);

} // namespace store
