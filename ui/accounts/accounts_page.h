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

/// Accounts and rights: the staff with what each may do, the chosen person's account beside it; what had no effect because
/// its author lacked the right; and the table of who may do what. Ctrl+1…3 choose among the three.
class AccountsPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit AccountsPage(Desk &desk, QWidget *parent = nullptr);
    ~AccountsPage() override;

    PersonPanel &panel() const { return *m_panel; }
    const items::ReviewModel &review() const { return m_review; }
    void choose(const domain::Id &person);
    void showView(const QString &view); ///< "people", "review" or "table"

Q_SIGNALS:
    void ticketAsked(const QString &number);
    /// How many entries there are to review.
    void waitingChanged(int count);

private:
    void layOut();
    QWidget *makePeople();
    QWidget *makeReview();
    void setUpKeys();
    void showChosen();
    void showReview();
    void openTicket(const QModelIndex &row);

    Desk &m_desk;
    tickets::Office m_office;
    items::AccountModel m_accounts;
    AccountWords m_words;
    items::ReviewModel m_review;
    ReviewWords m_reviewWords;
    widgets::FilterStrip *m_views;
    QStackedWidget *m_stack;
    QLineEdit *m_search = nullptr;
    QTableView *m_people = nullptr;
    PersonPanel *m_panel = nullptr;
    QStackedWidget *m_reviewStack = nullptr;
    QTableView *m_reviewList = nullptr;
    QWidget *m_table = nullptr;
};

} // namespace ui::accounts
