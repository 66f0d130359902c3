// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace store
{

/// The tables of a desk's database. The record's own tables (entries, feeds, keys) are migrated step by
/// step and never thrown away. The projections are declared by the domain's tables of fields; when
/// their version changes they are dropped and folded anew from the record.

/// What `PRAGMA application_id` says in a desk's database: "GRDK".
constexpr qint32 applicationId = 0x4752444b;
/// The newest version of the record's tables, in `PRAGMA user_version`.
int recordVersion();
/// Changes whenever a projection's table, index or fold changes.
constexpr qint64 projectionVersion = 7;

/// The statements that lead from version `from` to the next, in a transaction that the caller holds.
QByteArray migrationFrom(int from);

QByteArray createProjections();
/// The indexes that only lists and reports use: a bulk fold makes them last.
QByteArray createProjectionIndexes();
/// The condition by which rows of registers belong to the division of the area: grids and drawings, removed ones apart.
QByteArray ofTheDivision();
QByteArray dropProjections();

/// The columns of `tickets` that hold the ticket's kept fields, in field order.
QByteArray ticketFieldColumns();
/// Whether an index of `tickets` holds this column, so that writing it costs more than the row.
bool isIndexedInTickets(const QByteArray &column);

/// A value that this database keeps for itself (`local` table).
QVariant localValue(Database &database, const QString &key);
void setLocalValue(Database &database, const QString &key, const QVariant &value);

} // namespace store
