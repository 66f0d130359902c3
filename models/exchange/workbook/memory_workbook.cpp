// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/memory_workbook.h"

#include "exchange/workbook/date_styles.h"

#include <QFile>
#include <QRegularExpression>

#include <cpl_vsi.h>

#include <atomic>
#include <memory>

namespace exchange
{

namespace
{

constexpr char stylesEntry[] = "xl/styles.xml";
constexpr char setAside[] = "xl/styles.old";
constexpr qsizetype longestEntry = 64 << 20; // bytes; styles take a few thousand

// The names in a zip's directory stand 46 bytes behind its records' marks. Of equal length, the
// new name leaves all else in place.
void renameStyles(QByteArray &zip)
{
    for (auto at = zip.indexOf(stylesEntry); at >= 0; at = zip.indexOf(stylesEntry, at + 1)) {
        if (at >= 46 && zip.mid(at - 46, 4) == QByteArrayView("PK\x01\x02"))
            zip.replace(at, qsizetype(sizeof stylesEntry) - 1, setAside);
    }
}

struct CloseFile {
    void operator()(VSILFILE *file) const { VSIFCloseL(file); }
};
using OpenFile = std::unique_ptr<VSILFILE, CloseFile>;

} // namespace

MemoryWorkbook::MemoryWorkbook(const QString &path)
{
    static std::atomic<int> count = 0;
    m_path = "/vsimem/griddesk_workbook_" + QByteArray::number(++count);
    QByteArray bytes;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        bytes = file.readAll();
    renameStyles(bytes);
    if (const OpenFile copy{VSIFOpenL(m_path, "wb")})
        VSIFWriteL(bytes.constData(), 1, size_t(bytes.size()), copy.get());
    const QByteArray workbook = entry("xl/workbook.xml");
    addSuffix(workbook.isEmpty() ? ".ods" : ".xlsx");
    static const QRegularExpression from1904(QStringLiteral("date1904=\"(1|true)\""));
    m_countsFrom1904 = QString::fromUtf8(workbook).contains(from1904);
    replaceStyles();
}

MemoryWorkbook::~MemoryWorkbook()
{
    VSIUnlink(m_path);
}

// Where a file begins otherwise than the usual programs write it, GDAL goes by the suffix.
void MemoryWorkbook::addSuffix(const char *suffix)
{
    if (VSIRename(m_path, m_path + suffix) == 0)
        m_path += suffix;
}

QByteArray MemoryWorkbook::entryPath(const char *entry) const
{
    return "/vsizip/{" + m_path + "}/" + entry;
}

QByteArray MemoryWorkbook::entry(const char *name) const
{
    const OpenFile file{VSIFOpenL(entryPath(name), "rb")};
    if (!file)
        return {};
    QByteArray content;
    QByteArray piece(64 * 1024, '\0');
    while (content.size() < longestEntry) {
        const size_t read = VSIFReadL(piece.data(), 1, size_t(piece.size()), file.get());
        if (read == 0)
            break;
        content.append(piece.constData(), qsizetype(read));
    }
    return content;
}

void MemoryWorkbook::replaceStyles()
{
    const QByteArray styles = withFullDates(entry(setAside));
    if (styles.isEmpty())
        return;
    if (const OpenFile file{VSIFOpenL(entryPath(stylesEntry), "wb")})
        VSIFWriteL(styles.constData(), 1, size_t(styles.size()), file.get());
}

} // namespace exchange
