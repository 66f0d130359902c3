// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_list_model.h"
#include "tickets/ticket_table_model.h"

#include <QWidget>

class Desk;
class QLabel;
class QTableView;
class QToolButton;

namespace ui::today
{

/// One list of the page of today: what waits, how many, and the first of them. Enter on a row opens the
/// ticket, the heading opens the whole list. An empty one says that nothing waits.
class Section : public QWidget
{
    Q_OBJECT

public:
    struct Words {
        QString scope; ///< of items::queryForScope
        QString icon;
        QString title;
        QString nothing; ///< said where nothing waits
    };

    /// The desk must outlive it.
    Section(Desk &desk, const Words &words, QWidget *parent = nullptr);

    const QString &scope() const { return m_about.scope; }
    qint64 count() const { return m_list.total(); }
    bool isComplete() const { return m_list.isComplete(); }
    /// Looks anew by the present time.
    void find(const store::TicketQuery &query) { m_list.find(query); }
    void tick() { m_list.tick(); }

Q_SIGNALS:
    void opened(const QString &number);
    void listAsked(const QString &scope);
    void countChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpRows();
    void openRow(const QModelIndex &row);
    void fit();

    const Words m_about;
    items::TicketListModel m_list;
    tickets::TicketTableModel m_words;
    QToolButton *m_heading;
    QLabel *m_count;
    QTableView *m_rows;
    QLabel *m_nothing;
};

} // namespace ui::today
