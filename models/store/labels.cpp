// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/labels.h"

namespace store
{

using namespace domain;

namespace
{

/// The prefix of the desk that made a row.
QString prefixOf(Database &database, const Id &row)
{
    Statement made(database.handle(),
        "SELECT feeds.desk FROM history JOIN entries ON entries.position = history.entry"
        " JOIN feeds ON feeds.id = entries.feed WHERE history.entity=?"
        " ORDER BY entries.depth, feeds.uid, entries.sequence LIMIT 1");
    const auto desk = made.bind(1, row).step() ? loadRow(database, made.id(0)) : std::nullopt;
    return desk ? desk->row.values.text(desk::Prefix) : QString();
}

/// All rows that carry a label, the one that keeps it first.
QVector<NumberedRow> loadNamesakes(Database &database, Register reg, const QString &label)
{
    Statement each(database.handle(),
        "SELECT id FROM registers WHERE register=? AND code=? AND code IS NOT NULL AND removed=0"
        " ORDER BY uid");
    each.bind(1, int(reg)).bind(2, label);
    QVector<NumberedRow> rows;
    while (each.step()) {
        if (auto row = loadRow(database, each.integer(0)))
            rows.append(std::move(*row));
    }
    return rows;
}

QString labelOf(Database &database, const NumberedRow &row, const QString &label)
{
    return label + QLatin1Char('@') + prefixOf(database, row.row.id);
}

} // namespace

QVector<Twin> findTwins(Database &database, Register reg)
{
    Statement shared(database.handle(),
        "SELECT code FROM registers WHERE register=? AND code IS NOT NULL AND removed=0"
        " GROUP BY code HAVING count(*) > 1");
    shared.bind(1, int(reg));
    QVector<Twin> twins;
    while (shared.step()) {
        const QString label = shared.text(0);
        const auto rows = loadNamesakes(database, reg, label);
        for (qsizetype i = 1; i < rows.size(); ++i)
            twins.append({rows[i], labelOf(database, rows[i], label), rows[0].row.id});
    }
    return twins;
}

std::optional<NumberedRow> loadRowByLabel(Database &database, Register reg, const QString &label)
{
    if (const auto row = loadRowByCode(database, reg, label))
        return row;
    const qsizetype at = label.lastIndexOf(QLatin1Char('@'));
    const auto rows =
        at > 0 ? loadNamesakes(database, reg, label.first(at)) : QVector<NumberedRow>();
    for (qsizetype i = 1; i < rows.size(); ++i) {
        if (labelOf(database, rows[i], label.first(at)) == label)
            return rows[i];
    }
    return {};
}

} // namespace store
