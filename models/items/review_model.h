// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/committed.h"
#include "store/entry_line.h"
#include "store/reader.h"

#include <QAbstractTableModel>

namespace items
{

/// The entries that had no effect because their author had no right to them where they stand, the newest first: somebody
/// has to look whether what they say was done all the same.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, Ticket, columns };

    struct Line {
        qint64 conflict = 0;
        qint64 position = 0; ///< of the entry
        QString author; ///< the name; empty where nobody of the staff is it
        qint64 recorded_ms = 0;
        QVector<domain::Event> events;
        QString ticket; ///< its number; empty where it is about none
    };

    explicit ReviewModel(store::Reader &read, QObject *parent = nullptr);

    /// Reads all of them anew.
    void find();
    const Line &at(int row) const { return m_lines.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

private:
    Line lineFrom(const store::ConflictLine &conflict);

    store::Reader &m_read;
    QVector<Line> m_lines;
};

} // namespace items
