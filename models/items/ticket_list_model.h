// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/names.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <memory>

namespace items
{

/// The tickets that a query finds, in its order, however many they are. It holds their row numbers
/// (a million take eight megabytes) and fetches lines in blocks as a view comes to them. The first page
/// stands as soon as it is found, the whole list follows from another thread; a query that was
/// superseded meanwhile is dropped. A commit moves only the rows that it touched; the model resets for a
/// new query and for nothing else. It tells meanings: codes, times, numbers; words and colours are the window's.
class TicketListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Number,
        Kind,
        Line,
        Category,
        Title,
        Address,
        Grid, ///< its code
        Assignee, ///< the person's name; without one the unit
        State,
        Due, ///< when the next clock is due, ms UTC; 0 when none runs
        Happened, ///< ms UTC
        Urgency,
        Satisfaction,
        Round,
        Closed, ///< ms UTC
        columns
    };

    enum Role {
        TicketRole = Qt::UserRole + 1, ///< its number in this database
        StateRole,
        UrgencyRole,
        DueRole, ///< ms UTC
        IsLateRole,
        MissedRole, ///< clocks that ran out before they were stopped
        GridNameRole,
    };

    explicit TicketListModel(const Source &source, QObject *parent = nullptr);
    ~TicketListModel() override;

    /// Looks for something else. The rows of before stand until the first page is there.
    void find(const store::TicketQuery &query);
    const store::TicketQuery &query() const { return m_query; }
    /// How many rows there are so far; all of them once isComplete().
    qint64 total() const { return m_rows.size(); }
    bool isComplete() const { return m_isComplete; }

    qint64 ticketAt(int row) const { return m_rows.value(row); }
    /// -1 when the list doesn't have it.
    int rowOf(qint64 ticket) const { return int(m_rows.indexOf(ticket)); }
    const store::TicketLine &lineAt(int row) const;
    const Names &names() const { return m_names; }

    /// The column's name in settings, and the key by which its query sorts; "" for one that doesn't sort.
    static QString keyOf(int column);
    static QString sortKeyOf(int column);
    /// What a column of a ticket means: a code, a number, a time in ms UTC, a name.
    static QVariant meaning(const store::TicketLine &line, int column, const Names &names);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);
    /// Time has passed: says that what hangs on it may look different.
    void tick();

Q_SIGNALS:
    void totalChanged(qint64 total);
    void completed();

private:
    using Rows = QVector<qint64>;

    void showFirst(const Rows &rows);
    void findAll();
    void findAllSoon();
    void adopt(const Rows &rows);
    void place(qint64 ticket);
    void placeIfItFits(qint64 ticket);
    void putAt(qint64 ticket, qsizetype before, qsizetype after);
    void renew(int first, int last);
    const Source m_source;
    Names m_names;
    store::TicketQuery m_query;
    Rows m_rows;
    bool m_isComplete = false;
    bool m_isFindingAll = false;
    bool m_findAgain = false; ///< a commit touched more than is worth placing one by one
    QTimer m_rest; ///< between two findings of the whole list while much arrives
    QElapsedTimer m_finding;
    qint64 m_lastFinding_ms = 0;
    Rows m_missed; ///< touched while the whole list was being found
    mutable QCache<qint64, store::TicketLine> m_lines;
    std::shared_ptr<std::atomic<int>>
        m_asked; ///< counts queries; an answer to an older one is dropped
    Background m_first; ///< first pages never wait behind a whole list
    Background m_all;
};

} // namespace items
