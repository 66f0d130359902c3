// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsx_writer.h"

#include "exchange/words.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace exchange
{

namespace
{

constexpr int longestText = 32767; // characters that a cell may hold
constexpr int widestColumn = 60; // characters
constexpr qint64 greatestExact = 1LL << 53; // spreadsheets keep numbers as doubles

// Characters of the Han scripts are as wide as two others. Of a long text the first line and a
// bit more decides.
int widthOf(const QString &text)
{
    int width = 0;
    for (const QChar c : text) {
        if (c == u'\n' || width > widestColumn)
            break;
        width += c.unicode() >= 0x2e80 ? 2 : 1;
    }
    return width;
}

// What XML can't carry: the NUL also ends C strings.
QString withoutForbidden(QString text)
{
    for (QChar &c : text) {
        if (c.isNull() || c.unicode() >= 0xfffe)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

bool isExactNumber(const QVariant &cell)
{
    switch (cell.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
        return true;
    case QMetaType::LongLong:
        return std::abs(cell.toLongLong()) <= greatestExact;
    case QMetaType::ULongLong:
        return cell.toULongLong() <= quint64(greatestExact);
    case QMetaType::Double:
        return std::isfinite(cell.toDouble());
    default:
        return false;
    }
}

} // namespace

XlsxWriter::XlsxWriter(const QString &path, const QString &sheetName, int rowsPerSheet)
    : m_path(path)
    , m_sheetName(sheetName)
    , m_rowsPerSheet(rowsPerSheet)
{
    const QFileInfo file(path);
    m_temporaryPath = QStringLiteral("%1/.%2.%3.part")
                          .arg(file.path(), file.fileName())
                          .arg(QRandomGenerator::global()->generate(), 8, 16, QChar(u'0'));
}

XlsxWriter::~XlsxWriter()
{
    if (m_workbook)
        workbook_close(m_workbook);
    QFile::remove(m_temporaryPath);
}

bool XlsxWriter::begin(const std::vector<Column> &columns)
{
    // The library notices only at its end that it can't write.
    QFile probe(m_temporaryPath);
    if (!probe.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(m_path, probe.errorString());
    probe.close();

    QByteArray folder = QFile::encodeName(QFileInfo(m_path).path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_workbook = workbook_new_opt(QFile::encodeName(m_temporaryPath).constData(), &options);
    if (!m_workbook)
        return fail(m_path, Words::tr("out of memory"));
    m_bold = workbook_add_format(m_workbook);
    format_set_bold(m_bold);
    m_date = workbook_add_format(m_workbook);
    format_set_num_format(m_date, "yyyy-mm-dd");
    m_dateTime = workbook_add_format(m_workbook);
    format_set_num_format(m_dateTime, "yyyy-mm-dd hh:mm:ss");
    m_columns = columns;
    return startSheet();
}

bool XlsxWriter::beginSheet(const QString &name, const std::vector<Column> &columns)
{
    if (error() || !m_workbook)
        return false;
    completeSheet();
    m_sheetName = name;
    m_sheetCount = 0;
    m_columns = columns;
    return startSheet();
}

bool XlsxWriter::startSheet()
{
    ++m_sheetCount;
    const QString name = m_sheetCount == 1
        ? m_sheetName
        : QStringLiteral("%1 (%2)").arg(m_sheetName.left(24)).arg(m_sheetCount);
    if (workbook_validate_sheet_name(m_workbook, name.toUtf8().constData()) != LXW_NO_ERROR)
        return fail(m_path, Words::tr("\"%1\" can't name a sheet").arg(name));
    m_sheet = workbook_add_worksheet(m_workbook, name.toUtf8().constData());
    m_widths.assign(m_columns.size(), 8);
    m_row = 0;
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (!writeText(int(i), m_columns[i].name, m_bold))
            return false;
        // Room for the filter's button.
        widen(int(i), widthOf(m_columns[i].name) + 3);
    }
    return true;
}

void XlsxWriter::completeSheet()
{
    for (size_t i = 0; i < m_widths.size(); ++i)
        worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), m_widths[i] + 1, nullptr);
    if (!m_columns.empty())
        worksheet_autofilter(m_sheet, 0, 0, lxw_row_t(m_row), lxw_col_t(m_columns.size() - 1));
}

bool XlsxWriter::add(const QVariantList &cells)
{
    if (error() || !m_workbook)
        return false;
    if (m_row == m_rowsPerSheet) {
        completeSheet();
        if (!startSheet())
            return false;
    }
    ++m_row;
    for (qsizetype i = 0; i < cells.size() && i < qsizetype(m_columns.size()); ++i) {
        if (!writeCell(int(i), cells[i]))
            return false;
    }
    return true;
}

bool XlsxWriter::writeCell(int column, const QVariant &cell)
{
    const ColumnType type = m_columns[column].type;
    if (type == ColumnType::Number && isExactNumber(cell)) {
        widen(column, int(cellText(cell).size()));
        return check(worksheet_write_number(
            m_sheet, lxw_row_t(m_row), lxw_col_t(column), cell.toDouble(), nullptr));
    }
    const bool isMoment = cell.typeId() == QMetaType::QDateTime;
    const bool isDate = cell.typeId() == QMetaType::QDate;
    const QDateTime moment = isDate ? cell.toDate().startOfDay() : cell.toDateTime();
    if ((type == ColumnType::Date || type == ColumnType::DateTime) && (isMoment || isDate)
        && moment.isValid() && moment.date().year() >= 1900 && moment.date().year() <= 9999)
        return writeMoment(column, moment, isMoment && type == ColumnType::DateTime);
    return writeText(column, cellText(cell));
}

bool XlsxWriter::writeMoment(int column, const QDateTime &moment, bool withTime)
{
    const QDate date = moment.date();
    const QTime time = withTime ? moment.time() : QTime(0, 0);
    lxw_datetime value{date.year(), date.month(), date.day(), time.hour(), time.minute(),
        time.second() + time.msec() / 1000.0};
    widen(column, withTime ? 19 : 10);
    return check(worksheet_write_datetime(
        m_sheet, lxw_row_t(m_row), lxw_col_t(column), &value, withTime ? m_dateTime : m_date));
}

bool XlsxWriter::writeText(int column, const QString &text, lxw_format *format)
{
    if (text.isEmpty())
        return true;
    QString written = withoutForbidden(text);
    if (written.size() > longestText) {
        written = written.left(longestText - 1) + QChar(0x2026);
        ++m_cutCells;
    }
    widen(column, widthOf(written));
    return check(worksheet_write_string(
        m_sheet, lxw_row_t(m_row), lxw_col_t(column), written.toUtf8().constData(), format));
}

void XlsxWriter::widen(int column, int characters)
{
    m_widths[column] = std::max(m_widths[column], std::min(characters, widestColumn));
}

bool XlsxWriter::finish()
{
    if (error() || !m_workbook)
        return false;
    completeSheet();
    const lxw_error closed = workbook_close(m_workbook);
    m_workbook = nullptr;
    if (!check(closed))
        return false;
    std::error_code failure;
    std::filesystem::rename(m_temporaryPath.toStdU16String(), m_path.toStdU16String(), failure);
    if (failure)
        return fail(m_path, QString::fromStdString(failure.message()));
    if (m_cutCells > 0)
        remark(Words::tr("%n cell(s) were longer than a workbook allows and end with …; CSV holds "
                         "them whole",
            nullptr, m_cutCells));
    return true;
}

bool XlsxWriter::check(int lxwError)
{
    return lxwError == LXW_NO_ERROR
        || fail(m_path, QString::fromUtf8(lxw_strerror(lxw_error(lxwError))));
}

} // namespace exchange
