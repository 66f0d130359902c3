// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/right_words.h"
#include "tickets/office.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace ui::widgets
{
class FilterStrip;
}

namespace ui::accounts
{

class PersonPanel;

/// Accounts and rights: the staff with what each may do, the chosen person's account beside it; and the table of who may do
/// what. Ctrl+1 and Ctrl+2 choose between the two.
class AccountsPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit AccountsPage(Desk &desk, QWidget *parent = nullptr);
    ~AccountsPage() override;

    PersonPanel &panel() const { return *m_panel; }
    void choose(const domain::Id &person);
    void showView(const QString &view); ///< "people" or "table"

private:
    void layOut();
    QWidget *makePeople();
    void setUpKeys();
    void showChosen();

    Desk &m_desk;
    tickets::Office m_office;
    items::AccountModel m_accounts;
    AccountWords m_words;
    widgets::FilterStrip *m_views;
    QStackedWidget *m_stack;
    QLineEdit *m_search = nullptr;
    QTableView *m_people = nullptr;
    PersonPanel *m_panel = nullptr;
    QWidget *m_table = nullptr;
};

} // namespace ui::accounts
