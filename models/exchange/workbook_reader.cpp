// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook_reader.h"

#include "exchange/module.h"
#include "exchange/words.h"
#include "exchange/workbook_plugin.h"

#include <QFileInfo>

namespace exchange
{

namespace
{

class WorkbookReader : public TableReader
{
public:
    WorkbookReader(
        std::unique_ptr<WorkbookSheet> sheet, QStringList sheetNames, QString name, qint64 fileSize)
        : m_sheet(std::move(sheet))
        , m_sheetNames(std::move(sheetNames))
        , m_name(std::move(name))
        , m_fileSize(fileSize)
    {
    }

    qint64 bytesRead() const override
    {
        const qint64 rows = std::max<qint64>(m_sheet->rowCount(), 1);
        return qint64(double(m_fileSize) * double(m_sheet->rowsRead()) / double(rows));
    }
    qint64 size() const override { return m_fileSize; }
    QStringList sheetNames() const override { return m_sheetNames; }
    QString sheetName() const override { return m_name; }

protected:
    std::optional<Row> readRow() override
    {
        Row row;
        if (!m_sheet->nextRow(row.line, row.cells))
            return std::nullopt;
        return row;
    }

private:
    std::unique_ptr<WorkbookSheet> m_sheet;
    QStringList m_sheetNames;
    QString m_name;
    qint64 m_fileSize;
};

WorkbookPlugin *workbookPlugin()
{
    static auto *const plugin = qobject_cast<WorkbookPlugin *>(loadModule("griddesk_workbook"));
    return plugin;
}

FileRefusal notInstalled(const QString &fileName)
{
    return {Words::tr("Workbooks can't be read on this desk"), fileName,
        Words::tr("Install griddesk's module griddesk_workbook with GDAL, or "
                  "save the table as CSV."),
        FileRefusal::Device};
}

FileRefusal noWorkbook(const QString &fileName, const QString &reason)
{
    const QString what = reason.isEmpty()
        ? Words::tr("The file is no XLSX or ODS workbook")
        : Words::tr("The file is no XLSX or ODS workbook, or damaged (%1)").arg(reason);
    return {what, fileName, Words::tr("Open it in the program that made it and save it as XLSX.")};
}

FileRefusal emptyWorkbook(const QString &fileName)
{
    return {Words::tr("The workbook has no header row: all its sheets are empty"), fileName,
        Words::tr("Choose another workbook.")};
}

FileRefusal noSuchSheet(const QString &fileName, const QString &name, const QStringList &names)
{
    return {Words::tr("The workbook has no filled sheet \"%1\"").arg(name), fileName,
        Words::tr("Choose one of these: %1.").arg(names.join(QStringLiteral(", ")))};
}

} // namespace

OpenedTable openWorkbook(const QString &path, const QString &sheetName)
{
    const QFileInfo file(path);
    WorkbookPlugin *const plugin = workbookPlugin();
    if (!plugin)
        return notInstalled(file.fileName());
    WorkbookAnswer answer = plugin->open(path, sheetName);
    if (!answer.isWorkbook)
        return noWorkbook(file.fileName(), answer.reason);
    if (answer.sheetNames.isEmpty())
        return emptyWorkbook(file.fileName());
    if (!answer.sheet)
        return noSuchSheet(file.fileName(), sheetName, answer.sheetNames);
    auto reader = std::make_unique<WorkbookReader>(std::move(answer.sheet), answer.sheetNames,
        sheetName.isEmpty() ? answer.sheetNames.constFirst() : sheetName, file.size());
    reader->readHeader(file.fileName());
    if (reader->error())
        return *reader->error();
    return reader;
}

} // namespace exchange
