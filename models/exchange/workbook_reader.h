// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table_reader.h"

namespace exchange
{

// Opens a sheet of an XLSX or ODS file. Loads the module griddesk_workbook at the first call.
OpenedTable openWorkbook(const QString &path, const QString &sheetName);

} // namespace exchange
