// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_run.h"
#include "exchange/mapping.h"

namespace exchange
{

// Takes the rows of a table in as tickets. A row is known again by source and number at the source,
// else by its content; a known one that says nothing new is left unchanged, one that does is brought up
// to date (ticket_import_changes.h). What happened in the past keeps its times and its state.
// The mapping is checked against the table before the first row is read.
std::variant<ImportReport, FileRefusal> importTickets(
    Desk &desk, TableReader &table, const Mapping &mapping, const ImportOptions &options);

} // namespace exchange
