// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QAbstractTableModel>

namespace items
{

/// A list of words with what stands behind each row, read at once.
struct TextTable {
    struct Row {
        QStringList cells;
        domain::Id subject; ///< what the row is about: a look's customer, an erasure, a customer
        qint64 customer = 0; ///< row number of the customer; 0 when there is none any more
        QString ticket;
        bool waits = false; ///< an erasure without an answer
    };
    QStringList titles;
    QVector<Row> rows;
    qint64 all = 0; ///< how many there are, where not all were read
};

/// Who looked at whose data since a moment, the newest first.
TextTable findLookList(store::Reader &reader, qint64 from_ms);
/// Asked and answered erasures, those that wait first.
TextTable findErasureList(store::Reader &reader);
/// Customers whose data are no longer needed by the company's rule.
TextTable findDueList(store::Reader &reader);
/// That rule: so many months without business.
qint64 retentionMonths(store::Reader &reader);
/// The moment since which there was no business with those who are due after so many months.
qint64 dueBefore_ms(store::Reader &reader, qint64 months);

class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(TextTable table);
    const TextTable::Row &row(int row) const { return m_table.rows.at(row); }
    const TextTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    TextTable m_table;
};

} // namespace items
