// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/sight.h"
#include "items/ticket_card.h"
#include "items/ticket_list_model.h"
#include "tickets/ticket_table_model.h"

#include <QTimer>
#include <QWidget>

class Desk;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui::widgets
{
class Banner;
class ChoiceStrip;
} // namespace ui::widgets

namespace ui::visits
{

class VisitCard;

/// The queue of return visits, the one that is due first in front: who to call, what was done, and what
/// the customer says. 5…1 tell the satisfaction, U that nobody answered, Ctrl+Enter saves and goes on to the
/// next. Who was not reached stands again at the set time; anonymous callers never stand here.
class VisitsPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit VisitsPage(Desk &desk, QWidget *parent = nullptr);
    ~VisitsPage() override;

    const items::TicketCard &card() const { return m_card; }

Q_SIGNALS:
    void waitingChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeQueue();
    QWidget *makeVisit();
    void setUpKeys();
    void showFirst();
    void offerAnswers();
    void choose(const QModelIndex &row);
    void clearAnswer();
    void save();
    void finish(const QString &number, const store::Verdict &verdict);

    Desk &m_desk;
    items::TicketListModel m_list;
    tickets::TicketTableModel m_words;
    items::Looks m_looks;
    items::Sight m_sight;
    items::TicketCard m_card;
    QTimer m_minute;
    widgets::Banner *m_banner;
    QStackedWidget *m_stack;
    QTableView *m_queue;
    VisitCard *m_visit;
    QWidget *m_asked; ///< where the answer is told
    QLabel *m_notYours;
    widgets::ChoiceStrip *m_answer;
    QPlainTextEdit *m_remark;
    QPushButton *m_save;
};

} // namespace ui::visits
