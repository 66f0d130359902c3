// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rules.h"
#include "store/sql.h"

namespace store
{

/// The rules by which the company of this database works; nothing before there is a company.
std::optional<qint64> findActiveRules(Database &database);
/// The same for who only wants to know: without a company the first ones.
qint64 activeRules(Database &database);

} // namespace store
