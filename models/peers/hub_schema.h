// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "peers/hub_database.h"

namespace peers
{

/// The hub's tables: entries by (feed, sequence), the feeds, keys sealed to single desks, and questions for keys. They are
/// made once, by a role that may create tables; desks need no more than to read and to insert. Only SQL that
/// PostgreSQL, CockroachDB and YugabyteDB take alike; where the engine is PostgreSQL itself the large tables are
/// partitioned, the others spread them by their keys on their own.

constexpr int hubSchema = 2;

/// Connects and does it; for a person who waits for it. Refused also where the database can't be reached.
std::optional<domain::Refusal> initHub(const HubUrl &url, const Introduction &founder);
/// Makes what isn't there yet and writes down whose hub it is; the same once more changes nothing. Refused where the
/// database is another company's hub.
std::optional<domain::Refusal> makeHub(HubDatabase &database, const Introduction &founder);
/// Whether this desk may use it: the same company, tables that this program knows.
std::optional<domain::Refusal> checkHub(HubDatabase &database, const Introduction &desk);

} // namespace peers
