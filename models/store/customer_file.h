// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/register_rows.h"

namespace store
{

/// Everything that is filed under one person or firm: the file that goes on, those that were merged into
/// it, and the premises and household members of them all. Personal fields are sealed, each with the key of the file
/// that it was written to.
struct CustomerFile {
    NumberedRow customer;
    QVector<NumberedRow> merged;
    QVector<NumberedRow> premises;
    QVector<NumberedRow> contacts;
};

/// The file that goes on for a customer's row: itself unless it was merged, through however many others. Where two
/// desks merged two files into each other, the older one goes on.
qint64 survivorOf(Database &database, qint64 customer);
/// The rows of one person: the file that goes on, then those merged into it.
QVector<qint64> familyOf(Database &database, qint64 customer);
/// Nothing where there is no such customer, or it was removed.
std::optional<CustomerFile> loadCustomerFile(Database &database, qint64 customer);
/// The same for a row that is at hand; nothing where another file goes on for it. With one look at the database
/// for most.
std::optional<CustomerFile> loadOwnFile(Database &database, const NumberedRow &row);

} // namespace store
