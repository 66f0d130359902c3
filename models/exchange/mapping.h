// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace exchange
{

// Where one field of a ticket or of a register's row comes from: a column, several columns joined,
// or a constant; and how a cell becomes a value.
struct FieldSource {
    QString field; // its key: "title", "customer.phone", "state"
    QStringList columns; // none for a constant
    QString separator = QStringLiteral(" "); // between several columns
    QHash<QString, QString> values; // what a cell stands for; cells are looked up trimmed
    std::vector<std::pair<QString, QString>>
        beginnings; // the same for "投诉*", in the file's order
    std::optional<QString> fallback; // for a blank cell, and for one that the table doesn't have
    QStringList formats; // of times, see TimeParser
    QString constant;
    bool trim = false; // texts keep the space around them unless this is set; other values never do
    bool optional = false; // a table without the column is taken all the same

    bool hasTable() const { return !values.isEmpty() || !beginnings.empty(); }
};

// How the tables of one source are read: which column feeds which field, and the name of the source,
// under which its rows are known again.
struct Mapping {
    QString source; // empty: the table's own name serves
    std::vector<FieldSource> fields;

    const FieldSource *find(QStringView field) const;
};

using ReadMapping = std::variant<Mapping, FileRefusal>;

// Reads a mapping file. Its name without the suffix is the source where it doesn't state one. Whether the
// fields and columns exist is checked when it is bound to a table (mapping_binding.h).
ReadMapping readMapping(const QString &path);
ReadMapping parseMapping(const QByteArray &json, const QString &fileName);

} // namespace exchange
