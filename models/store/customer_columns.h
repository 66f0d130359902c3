// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QSet>

namespace store
{

/// What a question about all customers asks of each, without reading whole rows; for a thread of its own. Where the disk fails
/// they are empty; what the reader is asked next says so.

/// One row of the register of customers, removed and erased ones too.
struct CustomerColumns {
    qint64 number = 0;
    domain::Id id;
    domain::Id above; ///< the file that goes on in its place; null: none
    bool isRemoved = false;
    qint64 lastEntry = 0; ///< the row is as it was while this is
};
QVector<CustomerColumns> findCustomerColumns(Reader &reader);

/// Premises that lie in a grid, and whose they are.
struct PremisesColumns {
    domain::Id id;
    domain::Id customer;
    domain::Id grid;
};
QVector<PremisesColumns> findPremisesColumns(Reader &reader);

/// A planned visit that is there, and whose it is. Its id follows from plan, customer and round (domain/visit_plan.h).
struct VisitColumns {
    domain::Id id;
    domain::Id customer;
};
QVector<VisitColumns> findVisitColumns(Reader &reader);

/// The rows of the customers of whom a matter was finished in [from, until); what was cancelled served nobody.
QSet<qint64> findServed(Reader &reader, qint64 from_ms, qint64 until_ms);

} // namespace store
