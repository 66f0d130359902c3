// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/customer_card.h"
#include "items/customer_list_model.h"
#include "tickets/office.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace ui::widgets
{
class Banner;
class FilterStrip;
} // namespace ui::widgets

namespace ui::customers
{

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
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeList();
    QWidget *makeSide();
    void connectParts();
    void setUpKeys();
    void askErasure();
    void find();
    void showTotal();
    void showCounts();
    void settle();
    void goTo(int row);
    void choose();
    void takeSaved(domain::Register reg, const domain::Id &row);
    void showDone(const QString &what, const domain::Command &undo);
    QVector<qint64> chosen() const;
    void mergeChosen();
    DuplicatesDialog *newDialog();

    Desk &m_desk;
    tickets::Office m_office;
    items::CustomerListModel m_list;
    items::Sight m_sight;
    items::CustomerCard m_card;
    widgets::Banner *m_banner;
    QLineEdit *m_search;
    widgets::FilterStrip *m_groups;
    QToolButton *m_mergeTool = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_total = nullptr;
    CustomerView *m_view = nullptr;
    qint64 m_awaited = 0; ///< is gone to as soon as the list has it
};

} // namespace ui::customers
