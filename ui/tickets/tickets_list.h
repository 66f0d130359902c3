// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/office.h"
#include "tickets/ticket_table_model.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ui::shell
{
class Settings;
}

namespace ui::widgets
{
class Banner;
class EmptyPage;
} // namespace ui::widgets

namespace ui::tickets
{

class BulkBar;
class TicketTable;

/// The left side of the page of tickets: the list, or what to say where there is none, how many there are, and what can be
/// done with several at once.
class TicketsList : public QWidget
{
    Q_OBJECT

public:
    TicketsList(items::TicketListModel &list, TicketTableModel &words, Office &office,
        shell::Settings &settings, QWidget *parent = nullptr);

    TicketTable &table() const { return *m_table; }
    widgets::Banner &banner() const { return *m_banner; }
    /// Whether whoever sits here may take in a matter: the empty page says by which key.
    void showRights();
    /// Found to the end, and there is none.
    bool isEmpty() const;

Q_SIGNALS:
    /// One of the plan's tickets is looked at; with the list back in its place, the list's own.
    void ticketLooked(qint64 ticket);
    /// One of the plan's tickets is gone into.
    void ticketOpened(qint64 ticket);

private:
    void connectParts();
    void showTotal();
    void showProposals(bool shown);

    items::TicketListModel &m_list;
    Office &m_office;
    widgets::Banner *m_banner;
    BulkBar *m_bulk;
    QStackedWidget *m_stack;
    TicketTable *m_table;
    widgets::EmptyPage *m_nothing;
    QLabel *m_total;
};

} // namespace ui::tickets
