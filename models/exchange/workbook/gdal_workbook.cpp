// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/gdal_workbook.h"

#include "exchange/workbook/date_styles.h"
#include "exchange/workbook/memory_workbook.h"

#include <QRegularExpression>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <mutex>

namespace exchange
{

namespace
{

// What XML can't carry, or would change, XLSX writes as _x000D_.
QString unescaped(QString text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(QStringLiteral("_x")))
        return text;
    qsizetype from = 0;
    for (auto match = escape.match(text); match.hasMatch(); match = escape.match(text, from)) {
        const QChar character(match.captured(1).toUShort(nullptr, 16));
        text.replace(match.capturedStart(), match.capturedLength(), character);
        from = match.capturedStart() + 1;
    }
    return text;
}

class GdalSheet : public WorkbookSheet
{
public:
    GdalSheet(std::unique_ptr<MemoryWorkbook> file, GDALDatasetUniquePtr workbook, OGRLayer *layer)
        : m_file(std::move(file))
        , m_isXlsx(EQUAL(workbook->GetDriverName(), "XLSX"))
        , m_workbook(std::move(workbook))
        , m_layer(layer)
        , m_rowCount(layer->GetFeatureCount())
        , m_width(usedWidth())
    {
    }

    bool nextRow(qint64 &number, QStringList &cells) override
    {
        while (const OGRFeatureUniquePtr row{m_layer->GetNextFeature()}) {
            ++m_rowsRead;
            cells = cellsOf(*row);
            if (cells.join(QString()).isEmpty())
                continue;
            number = row->GetFID();
            return true;
        }
        return false;
    }

    qint64 rowsRead() const override { return m_rowsRead; }
    qint64 rowCount() const override { return m_rowCount; }

private:
    static bool hasText(const OGRFeature &row, int cell)
    {
        return row.IsFieldSetAndNotNull(cell) && *row.GetFieldAsString(cell) != '\0';
    }

    // Sheets are often padded by columns that hold formats and no text.
    int usedWidth()
    {
        const int all = m_layer->GetLayerDefn()->GetFieldCount();
        int width = 0;
        m_layer->ResetReading();
        while (width < all) {
            const OGRFeatureUniquePtr row{m_layer->GetNextFeature()};
            if (!row)
                break;
            for (int cell = all; cell > width; --cell) {
                if (hasText(*row, cell - 1))
                    width = cell;
            }
        }
        m_layer->ResetReading();
        return width;
    }

    QStringList cellsOf(const OGRFeature &row) const
    {
        QStringList cells;
        cells.reserve(m_width);
        for (int cell = 0; cell < m_width; ++cell)
            cells.append(hasText(row, cell) ? textOf(row.GetFieldAsString(cell)) : QString());
        return cells;
    }

    QString textOf(const char *utf8) const
    {
        const QString text = isoFromGdal(QString::fromUtf8(utf8), m_file->countsFrom1904());
        return m_isXlsx ? unescaped(text) : text;
    }

    std::unique_ptr<MemoryWorkbook> m_file; // goes after the workbook that reads it
    bool m_isXlsx;
    GDALDatasetUniquePtr m_workbook; // owns the layer
    OGRLayer *m_layer;
    qint64 m_rowCount;
    qint64 m_rowsRead = 0;
    int m_width;
};

void registerDrivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        RegisterOGRXLSX();
        RegisterOGRODS();
    });
}

// The first row comes as a row like the others, because GDAL would hide which names are empty or
// repeated. All cells are text, so that a column of house numbers keeps "007".
GDALDatasetUniquePtr openDataset(const QByteArray &path)
{
    for (const char *driver : {"XLSX", "ODS"}) {
        const QByteArray prefix = QByteArray("OGR_") + driver;
        CPLSetThreadLocalConfigOption(prefix + "_HEADERS", "DISABLE");
        CPLSetThreadLocalConfigOption(prefix + "_FIELD_TYPES", "STRING");
    }
    constexpr const char *drivers[] = {"XLSX", "ODS", nullptr};
    return GDALDatasetUniquePtr(
        GDALDataset::Open(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
}

// GDAL hands out what it has read of a damaged workbook as if it were all, and says so on stderr.
// While this stands it is silent there, and its last word is kept.
class ErrorWatch
{
public:
    ErrorWatch()
    {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        CPLErrorReset();
    }
    ~ErrorWatch() { CPLPopErrorHandler(); }
    Q_DISABLE_COPY_MOVE(ErrorWatch)

    bool hasFailed() const { return CPLGetLastErrorType() >= CE_Failure; }
    QString reason() const { return QString::fromUtf8(CPLGetLastErrorMsg()).simplified(); }
};

// The library names its own copy in memory, which nobody has heard of.
WorkbookAnswer refused(const ErrorWatch &errors, const QByteArray &gdalPath)
{
    const QString copy = QStringLiteral("/vsizip/{%1}/").arg(QString::fromUtf8(gdalPath));
    WorkbookAnswer answer;
    answer.reason = errors.reason().remove(copy);
    return answer;
}

} // namespace

WorkbookAnswer GdalWorkbook::open(const QString &path, const QString &sheetName)
{
    registerDrivers();
    const ErrorWatch errors;
    auto file = std::make_unique<MemoryWorkbook>(path);
    const QByteArray gdalPath = file->gdalPath();
    GDALDatasetUniquePtr workbook = openDataset(gdalPath);
    if (!workbook)
        return refused(errors, gdalPath);
    WorkbookAnswer answer;
    answer.isWorkbook = true;
    OGRLayer *chosen = nullptr;
    for (OGRLayer *layer : workbook->GetLayers()) {
        const QString name = QString::fromUtf8(layer->GetName());
        answer.sheetNames.append(name);
        if (!chosen && (sheetName.isEmpty() || name == sheetName))
            chosen = layer;
    }
    if (chosen)
        answer.sheet = std::make_unique<GdalSheet>(std::move(file), std::move(workbook), chosen);
    return errors.hasFailed() ? refused(errors, gdalPath) : std::move(answer);
}

} // namespace exchange
