// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook_plugin.h"

#include <QObject>

namespace exchange
{

// Reads workbooks with GDAL's XLSX and ODS drivers and registers no other.
class GdalWorkbook : public QObject, public WorkbookPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "griddesk.WorkbookPlugin/1")
    Q_INTERFACES(exchange::WorkbookPlugin)

public:
    WorkbookAnswer open(const QString &path, const QString &sheetName) override;
};

} // namespace exchange
