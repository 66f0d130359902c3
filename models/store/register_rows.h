// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/grants.h"
#include "store/sql.h"

#include <QHash>

#include <functional>

namespace store
{

/// The way between the ids that travel and the small integers that this database uses for rows of
/// registers. Remembers the rows that are named again and again (staff, grids).
class RowNumbers
{
public:
    explicit RowNumbers(Database &database)
        : m_database(database)
    {
    }

    /// 0 when there is no such row.
    qint64 numberOf(const domain::Id &id);
    /// The same for writing it down: a row that isn't known yet gets its number now, so that who names it first and who is
    /// named first make no difference.
    qint64 numberFor(const domain::Id &id);
    /// A null id when there is no such row.
    domain::Id idOf(qint64 number);
    void forget();

private:
    Database &m_database;
    QHash<domain::Id, qint64> m_numbers;
    QHash<qint64, domain::Id> m_ids;
};

/// One row of a register together with its number in this database.
struct NumberedRow {
    qint64 number = 0;
    domain::RegisterRow row;
    qint64 lastEntry = 0;
};

std::optional<NumberedRow> loadRow(Database &database, const domain::Id &id);
std::optional<NumberedRow> loadRow(Database &database, qint64 number);
/// The row that carries this code in its register, removed ones apart; of several the one that keeps it (store/labels.h).
std::optional<NumberedRow> loadRowByCode(
    Database &database, domain::Register reg, const QString &code);
/// The rows of a register that are filed under another one (RegisterSpec::under), removed ones apart.
QVector<NumberedRow> loadRowsUnder(
    Database &database, domain::Register reg, const domain::Id &above);
/// Those of all registers.
QVector<NumberedRow> loadRowsUnder(Database &database, const domain::Id &above);
/// Writes a row as folded; returns its number.
qint64 saveRow(Database &database, const NumberedRow &row);
/// A row that nobody had the right to make is there no longer; its number stays with its id. Returns the number.
qint64 hideRow(Database &database, const NumberedRow &row);
/// All grants, the revoked ones too: they still count for what was appended before.
domain::Grants loadGrants(Database &database);
/// Calls `take` for every row of a register that was not removed, in the order in which they were added.
void eachRow(
    Database &database, domain::Register reg, const std::function<void(const NumberedRow &)> &take);
/// Those of them whose numbers lie from one to before the other.
void eachRow(Database &database, domain::Register reg,
    const std::function<void(const NumberedRow &)> &take, qint64 from, qint64 to);
/// The same for those that lie in a grid: of an address table of the whole country the company's own area.
void eachRowInGrids(
    Database &database, domain::Register reg, const std::function<void(const NumberedRow &)> &take);
/// Those that lie in one grid.
QVector<NumberedRow> loadRowsIn(Database &database, domain::Register reg, const domain::Id &grid);

} // namespace store
