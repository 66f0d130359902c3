// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/conflict_card.h"
#include "store/committed.h"

#include <QAbstractTableModel>
#include <QCache>

namespace items
{

/// Conflicts, the newest first: those of one ticket, or all that whoever looks may settle. Holds their numbers and reads the
/// ones that are looked at; a commit that raises or settles some puts them in and takes them out.
class ConflictListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, What, Subject, Who, columns };

    explicit ConflictListModel(const Source &source, QObject *parent = nullptr);

    /// Those about one thing are there at once, others when another thread has found them.
    void find(const store::ConflictQuery &query);
    const store::ConflictQuery &query() const { return m_query; }
    bool isComplete() const { return m_isComplete; }
    qint64 numberAt(int row) const { return m_numbers.at(row); }
    /// -1 where it isn't shown.
    int rowOf(qint64 number) const { return int(m_numbers.indexOf(number)); }
    /// Nothing where it is gone.
    const ConflictCard *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    /// The answer is in: as many as there are now.
    void found();

private:
    void ask();
    void show(const QVector<qint64> &numbers);
    void renewShown(const store::Committed &committed);

    store::Reader &m_read;
    store::ConflictQuery m_query;
    QVector<qint64> m_numbers;
    int m_asked = 0; ///< queries, of which the last one's answer counts
    bool m_isAsking = false;
    bool m_isStale = false; ///< a commit came while it was asked
    bool m_isComplete = false;
    mutable ConflictCards m_cards;
    mutable QCache<qint64, ConflictCard> m_shown;
    Background m_background;
};

} // namespace items
