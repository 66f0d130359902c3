// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/sight.h"
#include "items/ticket_card.h"
#include "items/ticket_list_model.h"
#include "tickets/ticket_table_model.h"
#include "widgets/choice_strip.h"
#include "widgets/empty_page.h"

#include <QTimer>
#include <QWidget>

class Desk;
class QKeySequence;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui::widgets
{
class Banner;
} // namespace ui::widgets

namespace ui::visits
{

class VisitCard;

/// What people are called for: which action is recorded, and which answers there are.
struct CallTask {
    struct Answer {
        widgets::Choice choice;
        QKeySequence key;
        domain::Values values; ///< what the answer fills in
    };

    QString action;
    QString name; ///< of the queue, for those who don't see it
    QString question; ///< what is answered
    QList<Answer> answers;
    QString notTheirs; ///< to whoever may look and not call
    widgets::EmptyPage::Words nobody;
};

/// A queue of people to call, the one that is due first in front: who, about what, what was done, and what they say. Each answer has
/// a key, Ctrl+Enter saves and goes on to the next. Who was not reached waits further back.
class CallQueue : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    CallQueue(Desk &desk, const CallTask &task, QWidget *parent = nullptr);
    ~CallQueue() override;

    void call(const store::TicketQuery &whom);
    const items::TicketCard &card() const { return m_card; }

Q_SIGNALS:
    void waitingChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeQueue();
    QWidget *makeCall();
    QWidget *makeAnswer(QWidget *parent);
    void setUpKeys();
    void showFirst();
    void offerAnswers();
    void choose(const QModelIndex &row);
    void clearAnswer();
    void save();
    void finish(const QString &number, const store::Verdict &verdict);

    Desk &m_desk;
    const CallTask m_task;
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
    QLabel *m_notTheirs;
    widgets::ChoiceStrip *m_answer;
    QPlainTextEdit *m_remark;
    QPushButton *m_save;
};

} // namespace ui::visits
