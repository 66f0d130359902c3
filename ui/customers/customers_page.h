// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/customer_card.h"
#include "items/customer_list_model.h"
#include "tickets/office.h"

#include <QWidget>

namespace ui::widgets
{
class Banner;
}

namespace ui::customers
{

class CustomersBar;
class CustomersList;
class CustomerView;
class DuplicatesDialog;

/// Customers: at the left who is looked for, by anything that one knows of them, and the groups that come first; at the
/// right the file. Ctrl+N opens a new one, E changes it, P and M add premises and household members, B goes to the business
/// done, D looks for files of one person, G merges the two that are chosen.
class CustomersPage : public QWidget
{
    Q_OBJECT

public:
    explicit CustomersPage(Desk &desk, QWidget *parent = nullptr);
    ~CustomersPage() override;

    void openCustomer(qint64 customer);
    void search(const QString &text);
    const items::CustomerCard &card() const { return m_card; }
    const items::CustomerListModel &list() const { return m_list; }

Q_SIGNALS:
    void ticketAsked(const QString &number);
    /// The customers as the list shows them, for a file.
    void exportRequested(const items::CustomerQuery &query);
    /// The copy of all that is held about one customer, for the person.
    void copyRequested(qint64 customer);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void connectBar();
    void setUpKeys();
    void askErasure();
    void find();
    void showCounts();
    void settle();
    void choose();
    void takeSaved(domain::Register reg, const domain::Id &row);
    void showDone(const QString &what, const domain::Command &undo);
    void mergeChosen();
    DuplicatesDialog *newDialog();

    Desk &m_desk;
    tickets::Office m_office;
    items::CustomerListModel m_list;
    items::Sight m_sight;
    items::CustomerCard m_card;
    widgets::Banner *m_banner;
    CustomersBar *m_bar;
    CustomersList *m_side = nullptr;
    CustomerView *m_view = nullptr;
    qint64 m_awaited = 0; ///< is gone to as soon as the list has it
};

} // namespace ui::customers
