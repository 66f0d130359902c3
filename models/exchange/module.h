// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace exchange
{

// The root of one of our modules (griddesk_workbook, griddesk_maps), which lie beside a built program and in the library
// folder of an installed one. They alone know GDAL, so that no start has to load its hundred libraries. Null where the
// module or a library that it needs isn't installed.
QObject *loadModule(const char *name);

} // namespace exchange
