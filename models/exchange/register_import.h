// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_run.h"
#include "exchange/mapping.h"

#include "domain/registers.h"

namespace exchange
{

// Takes the rows of a table in as rows of a register: staff, grids, places, customers … A row is known again
// by its code, and without one by what it is called (staff by name and phone, or by a name that only one bears;
// equipment by name and address; a place by all that it names); a customer by source and number there, else by name
// and phone; premises and household members by their customer and a number or name of theirs. Logins and grids' codes
// that the table leaves out are proposed. Cells that are blank change nothing.
std::variant<ImportReport, FileRefusal> importRegister(Desk &desk, TableReader &table,
    const domain::RegisterSpec &spec, const Mapping &mapping, const ImportOptions &options);

} // namespace exchange
