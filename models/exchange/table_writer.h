// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"

#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace exchange
{

// What the cells of a column are; a cell that isn't that is written as text.
enum class ColumnType { Text, Number, Date, DateTime };

struct Column {
    QString name;
    ColumnType type = ColumnType::Text;
};

// A table on its way out to a file: begin(), a row for each add(), finish(). The file appears
// under its name at finish() and whole, or not at all; one that was there stays until then.
// Moments are written as the clock reads in the zone that they carry.
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    // False with an error() when the file can't be written; calls after that do nothing.
    virtual bool begin(const std::vector<Column> &columns) = 0;
    virtual bool add(const QVariantList &cells) = 0;
    virtual bool finish() = 0;

    const std::optional<FileRefusal> &error() const { return m_error; }

    // What the format could not hold, for the person who exports. Complete after finish().
    const QStringList &remarks() const { return m_remarks; }

protected:
    bool fail(const QString &path, const QString &reason);
    void remark(const QString &text) { m_remarks.append(text); }

private:
    std::optional<FileRefusal> m_error;
    QStringList m_remarks;
};

// A cell as text: dates as 2019-04-25, moments as 2019-04-25 09:31:41, numbers in the fewest
// digits that give the same number back.
QString cellText(const QVariant &cell);

} // namespace exchange
