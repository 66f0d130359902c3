// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "items/customer_list_model.h"
#include "paper/document.h"

namespace app
{

/// A list of tickets as people see it, for a file or for paper: titles and rows of words.
struct ListSheet {
    QString name; ///< of the sheet in a workbook
    QStringList titles;
    QList<QStringList> rows;
};

/// The tickets of a query with the columns named as items::TicketListModel names them. Reads through
/// `reader`, so it may run on any thread with a reader of its own.
ListSheet listSheet(
    store::Reader &reader, const store::TicketQuery &query, const QStringList &columns);

/// The customers of a query, phones and identity numbers masked: a file goes further than a screen.
ListSheet customerSheet(store::Reader &reader, const items::CustomerQuery &query);
/// The rows of a register by their numbers, with a column for each of its fields.
ListSheet registerSheet(store::Reader &reader, domain::Register reg, const QVector<qint64> &rows);

/// Writes it as XLSX or CSV, by the path's suffix; gives why it couldn't, empty when done.
QString writeList(const ListSheet &sheet, const QString &path);
ui::paper::Document listDocument(
    const ListSheet &sheet, const QString &company, const QString &madeAt);

} // namespace app
