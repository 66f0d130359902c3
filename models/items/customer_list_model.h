// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/shown_contact.h"
#include "store/committed.h"

#include <QAbstractTableModel>
#include <QCache>

#include <atomic>

namespace items
{

/// Which customers a list shows: what was typed (a name, pinyin, the end of a phone, an address, an account or
/// meter number; nothing for all), and the groups to which all of them belong.
struct CustomerQuery {
    QString text;
    QStringList groups; ///< codes of List::CustomerGroup

    bool operator==(const CustomerQuery &) const = default;
};

/// Customers, the newest first, of a million as of ten: row numbers are found on another thread, lines are read when
/// they are looked at, phones masked. A commit changes the rows that it touched.
class CustomerListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Phone, Address, Groups, columns };
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< of the row in this database
        GroupsRole, ///< codes
    };

    /// The row numbers of all that a query finds, on whichever thread the reader belongs to.
    static QVector<qint64> findRows(store::Reader &reader, const CustomerQuery &query);

    explicit CustomerListModel(const Source &source, QObject *parent = nullptr);
    ~CustomerListModel() override;

    void find(const CustomerQuery &query);
    const CustomerQuery &query() const { return m_query; }
    /// True once the list shows what was asked for last.
    bool isComplete() const { return m_shown == m_asked; }
    qint64 customerAt(int row) const { return m_rows.value(row); }
    int rowOf(qint64 customer) const { return int(m_rows.indexOf(customer)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void completed();

private:
    struct Line {
        ShownContact contact;
        QStringList groups;
    };
    void ask();
    void show(const QVector<qint64> &rows);
    const Line *line(qint64 number) const;

    const Source m_source;
    CustomerQuery m_query;
    QVector<qint64> m_rows;
    mutable QCache<qint64, Line> m_lines;
    std::atomic<quint64> m_asked = 0;
    quint64 m_shown = 0;
    Background m_background;
};

} // namespace items
