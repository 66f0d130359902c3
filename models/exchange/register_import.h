// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_run.h"
#include "exchange/mapping.h"

#include "domain/registers.h"

namespace exchange
{

// Takes the rows of a table in as rows of a register: staff, grids, places, customers … A row is known again
// by its code; a customer by source and number there, else by name and phone; premises and household members by
// their customer and a number or name of theirs; a place by what it names. Cells that are blank change nothing.
std::variant<ImportReport, FileRefusal> importRegister(Desk &desk, TableReader &table,
    const domain::RegisterSpec &spec, const Mapping &mapping, const ImportOptions &options);

} // namespace exchange
