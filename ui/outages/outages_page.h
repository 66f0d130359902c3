// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/outage_list_model.h"
#include "tickets/office.h"

#include <QTimer>
#include <QWidget>

class Desk;
class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui::registers
{
class RegisterForm;
}
namespace ui::visits
{
class CallQueue;
}
namespace ui::widgets
{
class Banner;
}

namespace ui::outages
{

class OutageCard;

/// What fails where, and who called about it: outages above, the chosen one below with those who wait to be called back. Ctrl+N
/// enters one, Ctrl+P prints the notice, Ctrl+L calls who depends on it, Ctrl+R says that it is over, Ctrl+T tells all who wait in
/// one go.
class OutagesPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit OutagesPage(Desk &desk, QWidget *parent = nullptr);
    ~OutagesPage() override;

    const items::OutageListModel &model() const { return m_model; }
    void openRow(const domain::Id &outage);
    /// A new one, filled in with what a ticket tells; once it is saved, that ticket joins it.
    void beginFor(const domain::Id &ticket);
    void add();
    void change();
    void restore();
    void announce();
    void printNotice();
    void callKeyUsers();
    void tellAll();

Q_SIGNALS:
    void goingChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBody();
    QWidget *makeBottom();
    QWidget *makeTable();
    QHBoxLayout *makeButtons();
    void takeIn(const store::Committed &committed);
    void showRights();
    void showRenewed();
    void showCurrent();
    void begin(const domain::RegisterRow &row, bool isNew);
    void put(const domain::Values &values, const QString &done);
    void tellOn();
    void outageSaved(const domain::Id &outage);
    void bindJoining();
    void joinTicket();
    /// The outage on which the table stands; null for none.
    const items::OutageListModel::Line *current() const;
    /// A code that no other desk gives: its prefix, the day and how many there are.
    QString freshCode() const;

    Desk &m_desk;
    tickets::Office m_office;
    items::OutageListModel m_model;
    domain::Id m_shown;
    domain::Id m_goTo; ///< the row just saved, until the list has it
    domain::Id m_madeOf; ///< the ticket of which the outage in the form is made; null: of none
    domain::Id m_joiner; ///< that ticket, once the outage is saved
    domain::Id m_joining; ///< the outage that it may join
    domain::Id m_asked; ///< whose callers are told when the key is pressed again
    items::Telling m_telling;
    QTimer m_minute;
    widgets::Banner *m_banner;
    QStackedWidget *m_stack;
    QTableView *m_table;
    registers::RegisterForm *m_form;
    OutageCard *m_card;
    visits::CallQueue *m_calls;
    QList<QPushButton *> m_acts;
    items::Background m_background;
};

} // namespace ui::outages
