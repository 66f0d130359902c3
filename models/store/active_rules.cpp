// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/active_rules.h"

#include "store/register_rows.h"

#include <algorithm>

namespace store
{

using namespace domain;

/// Should there be several rows, the greatest holds, so that the order in which they came here has no part in it.
std::optional<qint64> findActiveRules(Database &database)
{
    std::optional<qint64> active;
    eachRow(database, Register::Company, [&active](const NumberedRow &row) {
        active = std::max({active.value_or(firstRules), row.row.values.number(company::Rules)});
    });
    return active;
}

qint64 activeRules(Database &database)
{
    return findActiveRules(database).value_or(firstRules);
}

} // namespace store
