// SPDX-License-Identifier: GPL-3.0-or-later
#include "visits/call_queue.h"

#include "desk.h"
#include "domain/words.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "tickets/column_widths.h"
#include "tickets/office.h"
#include "tickets/ticket_delegate.h"
#include "visits/visit_card.h"
#include "widgets/banner.h"
#include "widgets/choice_strip.h"
#include "widgets/empty_page.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::visits
{

using namespace domain;
using items::TicketListModel;

namespace
{

constexpr int minute_ms = 60'000;

} // namespace

CallQueue::CallQueue(Desk &desk, const CallTask &task, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_task(task)
    , m_list(tickets::sourceOf(desk))
    , m_words(m_list, desk.read())
    , m_looks(tickets::onlookerAt(desk))
    , m_sight(m_looks)
    , m_card(desk.read())
    , m_banner(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(m_task.name);
    auto *split = new QSplitter(m_stack);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    split->addWidget(makeQueue());
    split->addWidget(makeCall());
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    m_stack->addWidget(split);
    m_stack->addWidget(new widgets::EmptyPage(m_task.nobody, m_stack));
    m_stack->setCurrentIndex(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    setUpKeys();
    connect(&desk, &Desk::committed, &m_list, &TicketListModel::takeIn);
    m_card.setSight(&m_sight);
    connect(&desk, &Desk::committed, &m_card, &items::TicketCard::takeIn);
    connect(&m_list, &TicketListModel::totalChanged, this, &CallQueue::showFirst);
    connect(&m_list, &TicketListModel::completed, this, &CallQueue::showFirst);
    connect(&desk, &Desk::satDown, this, &CallQueue::offerAnswers);
    connect(&m_card, &items::TicketCard::changed, this, [this] {
        if (!m_card.isEmpty())
            m_visit->show(m_card);
        offerAnswers();
    });
    connect(&m_minute, &QTimer::timeout, &m_list, &TicketListModel::tick);
    m_minute.setInterval(minute_ms);
}

CallQueue::~CallQueue() = default;

void CallQueue::call(const store::TicketQuery &whom)
{
    m_list.find(whom);
}

QWidget *CallQueue::makeQueue()
{
    m_queue = new QTableView(m_stack);
    m_queue->setModel(&m_words);
    m_queue->setItemDelegate(new tickets::TicketDelegate(m_queue));
    widgets::dressAsList(*m_queue, m_task.name);
    QHeaderView *header = m_queue->horizontalHeader();
    for (int column = 0; column < TicketListModel::columns; ++column)
        m_queue->setColumnHidden(
            column, column != TicketListModel::Number && column != TicketListModel::Due);
    m_queue->setColumnWidth(
        TicketListModel::Due, tickets::columnWidth(TicketListModel::Due, m_queue->fontMetrics()));
    header->setSectionResizeMode(TicketListModel::Number, QHeaderView::Stretch);
    m_queue->setMinimumWidth(288);
    connect(m_queue->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CallQueue::choose);
    return m_queue;
}

QWidget *CallQueue::makeCall()
{
    auto *side = new QWidget(m_stack);
    m_visit = new VisitCard(m_desk.read().zone(), side);
    auto *scroll = new QScrollArea(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(scroll);
    auto *told = new QVBoxLayout(body);
    told->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    told->addWidget(m_visit);
    told->addStretch();
    scroll->setWidget(body);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    m_notTheirs = new QLabel(m_task.notTheirs, side);
    m_notTheirs->setObjectName(QStringLiteral("nothing"));
    m_notTheirs->setForegroundRole(QPalette::PlaceholderText);
    m_notTheirs->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    m_notTheirs->setWordWrap(true);
    m_notTheirs->hide();
    column->addWidget(makeAnswer(side));
    column->addWidget(m_notTheirs);
    return side;
}

QWidget *CallQueue::makeAnswer(QWidget *parent)
{
    m_asked = new QWidget(parent);
    m_answer = new widgets::ChoiceStrip(m_task.question, m_asked);
    QList<widgets::Choice> choices;
    for (const CallTask::Answer &answer : m_task.answers)
        choices.append(answer.choice);
    m_answer->setChoices(choices);
    m_remark = new QPlainTextEdit(m_asked);
    m_remark->setTabChangesFocus(true);
    m_remark->setAccessibleName(tr("Remark"));
    m_remark->setPlaceholderText(tr("Remark: what was said, when to call again"));
    m_remark->setFixedHeight(72);
    m_save = new QPushButton(tr("Save and next"), m_asked);
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    connect(m_save, &QPushButton::clicked, this, &CallQueue::save);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto *asked = new QVBoxLayout(m_asked);
    asked->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    asked->setSpacing(look::gap);
    asked->addWidget(m_answer);
    asked->addWidget(m_remark);
    asked->addLayout(buttons);
    return m_asked;
}

void CallQueue::offerAnswers()
{
    const bool isTheirs = m_card.isEmpty()
        || std::ranges::any_of(m_card.actions(m_desk.actor()), [this](const ActionSpec *action) {
               return m_task.action == QLatin1StringView(action->code);
           });
    m_asked->setVisible(isTheirs);
    m_notTheirs->setVisible(!isTheirs);
}

void CallQueue::setUpKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (const CallTask::Answer &answer : m_task.answers)
        bind(answer.key, [this, id = answer.choice.id] { m_answer->setCurrent(id); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { save(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { save(); });
    setFocusProxy(m_queue);
}

/// Keeps the visit at hand while it still waits; else the first of the queue comes.
void CallQueue::showFirst()
{
    Q_EMIT waitingChanged(int(m_list.total()));
    m_stack->setCurrentIndex(m_list.total() == 0 && m_list.isComplete() ? 1 : 0);
    const int row = m_card.isEmpty() ? -1 : m_list.rowOf(m_card.number());
    if (row < 0 && m_list.total() == 0)
        m_card.clear();
    else
        m_queue->selectRow(std::max(row, 0));
}

void CallQueue::choose(const QModelIndex &row)
{
    const qint64 ticket = row.isValid() ? m_list.ticketAt(row.row()) : 0;
    if (ticket == 0 || ticket == m_card.number())
        return;
    clearAnswer();
    m_card.show(ticket);
}

void CallQueue::clearAnswer()
{
    m_answer->setCurrent({});
    m_remark->clear();
    m_save->setEnabled(true);
}

void CallQueue::save()
{
    if (m_card.isEmpty() || !m_save->isEnabled() || m_asked->isHidden())
        return;
    Values values;
    for (const CallTask::Answer &answer : m_task.answers) {
        if (answer.choice.id == m_answer->current())
            values = answer.values;
    }
    values.set(field::Remark, m_remark->toPlainText().trimmed());
    m_save->setEnabled(false);
    m_desk
        .submit(ActOnTicket{.ticket = m_card.ticket().id,
            .action = m_task.action,
            .values = values,
            .seenRevision = m_card.ticket().revision})
        .then(this,
            [this, number = m_card.ticket().values.text(field::Number)](
                const store::Verdict &verdict) { finish(number, verdict); });
}

void CallQueue::finish(const QString &number, const store::Verdict &verdict)
{
    m_save->setEnabled(true);
    if (const Refusal *refusal = store::refused(verdict)) {
        m_banner->showMessage(widgets::Mood::Late, refusal->text());
        return;
    }
    const Ticket &ticket = store::accepted(verdict)->ticket;
    m_banner->showMessage(widgets::Mood::Done,
        tr("%1 is recorded. It is now \"%2\".").arg(number, stateWord(ticket.state)));
    // Whoever was not reached waits further back in the queue; the next one comes all the same.
    if (m_card.ticket().id == ticket.id) {
        clearAnswer();
        m_queue->setFocus(Qt::OtherFocusReason);
        if (m_list.total() > 0)
            m_queue->selectRow(m_list.ticketAt(0) == m_card.number() && m_list.total() > 1 ? 1 : 0);
    }
}

void CallQueue::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list.tick();
    m_minute.start();
}

void CallQueue::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace ui::visits
