// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/filter_counts.h"
#include "items/ticket_list_model.h"
#include "tickets/office.h"
#include "tickets/ticket_table_model.h"

#include <QTimer>
#include <QWidget>

class QSplitter;

namespace ui::shell
{
class Settings;
}

namespace ui::tickets
{

class TicketPage;
class TicketTable;
class TicketsBar;
class TicketsList;

/// The tickets: search, filters with their counts, the list at the left and the chosen ticket at the
/// right. "/" or Ctrl+F searches, arrows walk the list, Enter goes into the ticket, Esc comes back.
class TicketsPage : public QWidget
{
    Q_OBJECT

public:
    /// Desk and settings must outlive it.
    TicketsPage(
        Desk &desk, shell::Settings &settings, FileStore files = {}, QWidget *parent = nullptr);
    ~TicketsPage() override;

    /// Shows one of the lists that items::queryForScope names.
    void showScope(const QString &scope);
    /// Shows the tickets of these filters, as a list beside the others with this title.
    void showFiltered(const QVector<store::Filter> &filters, const QString &title);
    void search(const QString &text);
    const store::TicketQuery &query() const { return m_list.query(); }
    TicketTable &table() const { return *m_table; }
    TicketPage &ticketPage() const { return *m_ticket; }

public Q_SLOTS:
    /// Shows a ticket, with an action its form: a scanned code, a hit of the finder, a row of another page.
    bool openTicket(const QString &number, const QString &action = {});

Q_SIGNALS:
    /// The whole list as it is found now, with the columns that are shown.
    void exportRequested(const store::TicketQuery &query, const QStringList &columns);
    void printRequested(const store::TicketQuery &query, const QStringList &columns);
    void printSlip(const QString &kind, const QStringList &numbers);
    /// How many tickets wait for whoever sits here.
    void waitingChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void offerScopes();
    void personChanged();
    void setUpKeys();
    void connectList();
    void connectBar();
    items::FilterCounts::Questions questions() const;
    store::TicketQuery inScope() const;
    store::TicketQuery asked() const;
    void find();
    void showCounts();
    void showTotal();
    bool mayLeave(qint64 other);
    void showCurrent(qint64 ticket);
    void goInto(qint64 ticket);
    void settle();
    void enterTyped();
    void printSlips(const QString &kind);

    Desk &m_desk;
    shell::Settings &m_settings;
    Office m_office;
    items::Seat m_seat;
    items::TicketListModel m_list;
    TicketTableModel m_words;
    items::FilterCounts m_counts;
    QString m_scope = QStringLiteral("all");
    QVector<store::Filter> m_filtered; ///< what another page asked for
    QString m_filteredTitle;
    QTimer m_minute; ///< clocks move on
    TicketsBar *m_bar;
    QSplitter *m_split;
    TicketsList *m_side;
    TicketTable *m_table;
    TicketPage *m_ticket;
};

} // namespace ui::tickets
