// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariant>
#include <QVector>

namespace reports
{

struct Figures;

/// All figures of a report as one flat table for a spreadsheet: a row for each period, each step of the
/// trend and each group, so that a filter on the first column shows one question. Counts are whole numbers,
/// shares lie between 0 and 1, times are in hours; a cell without a figure is invalid.
struct FigureTable {
    enum class Kind : quint8 { Text, Number, Day };
    struct Column {
        QString title;
        Kind kind = Kind::Number;
    };
    QString title;
    QVector<Column> columns;
    QVector<QVariantList> rows;
    QVector<FigureTable> further; ///< what isn't figures, each as a table of its own
};

FigureTable tableOf(const Figures &figures);

} // namespace reports
