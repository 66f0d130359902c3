// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace exchange
{

// A workbook's file copied into GDAL's memory, an XLSX with its date styles made readable on the
// way. The file itself is never touched.
class MemoryWorkbook
{
public:
    explicit MemoryWorkbook(const QString &path);
    ~MemoryWorkbook();
    Q_DISABLE_COPY_MOVE(MemoryWorkbook)

    const QByteArray &gdalPath() const { return m_path; }
    bool countsFrom1904() const { return m_countsFrom1904; }

private:
    void addSuffix(const char *suffix);
    QByteArray entryPath(const char *entry) const;
    QByteArray entry(const char *name) const;
    void replaceStyles();

    QByteArray m_path;
    bool m_countsFrom1904 = false;
};

} // namespace exchange
