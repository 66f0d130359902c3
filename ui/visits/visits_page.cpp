// SPDX-License-Identifier: GPL-3.0-or-later
#include "visits/visits_page.h"

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
const QString unreached = QStringLiteral("unreached");

/// In the order of their keys: 1 is the worst, 5 the best, U for nobody there.
QList<widgets::Choice> answers()
{
    QList<widgets::Choice> choices;
    for (int value = 1; value <= 5; ++value)
        choices.append({QString::number(value),
            QStringLiteral("%1 %2").arg(value).arg(satisfactionWord(value)), {}});
    choices.append({unreached, QStringLiteral("U ") + wordFor(List::Outcome, unreached),
        QStringLiteral("phone")});
    return choices;
}

} // namespace

VisitsPage::VisitsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_list(tickets::sourceOf(desk))
    , m_words(m_list, desk.read())
    , m_looks(tickets::onlookerAt(desk))
    , m_sight(m_looks)
    , m_card(desk.read())
    , m_banner(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Return visits"));
    auto *split = new QSplitter(m_stack);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    split->addWidget(makeQueue());
    split->addWidget(makeVisit());
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    m_stack->addWidget(split);
    m_stack->addWidget(new widgets::EmptyPage(
        {QStringLiteral("visits"), tr("Nobody waits for a call"),
            tr("Repairs that the grid chief has filed stand here until the customer was asked "
               "whether all is well. The one that is due first stands in front."),
            {}, {}},
        m_stack));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    setUpKeys();
    connect(&desk, &Desk::committed, &m_list, &TicketListModel::takeIn);
    m_card.setSight(&m_sight);
    connect(&desk, &Desk::committed, &m_card, &items::TicketCard::takeIn);
    connect(&m_list, &TicketListModel::totalChanged, this, &VisitsPage::showFirst);
    connect(&m_list, &TicketListModel::completed, this, &VisitsPage::showFirst);
    connect(&desk, &Desk::satDown, this, &VisitsPage::offerAnswers);
    connect(&m_card, &items::TicketCard::changed, this, [this] {
        if (!m_card.isEmpty())
            m_visit->show(m_card);
        offerAnswers();
    });
    connect(&m_minute, &QTimer::timeout, &m_list, &TicketListModel::tick);
    m_minute.setInterval(minute_ms);
    m_list.find(items::queryForScope(u"visit", {}, desk.read().now_ms()));
}

VisitsPage::~VisitsPage() = default;

QWidget *VisitsPage::makeQueue()
{
    m_queue = new QTableView(m_stack);
    m_queue->setModel(&m_words);
    m_queue->setItemDelegate(new tickets::TicketDelegate(m_queue));
    m_queue->setAccessibleName(tr("Queue of return visits"));
    m_queue->setFrameShape(QFrame::NoFrame);
    m_queue->setShowGrid(false);
    m_queue->setSelectionBehavior(QTableView::SelectRows);
    m_queue->setSelectionMode(QTableView::SingleSelection);
    m_queue->setWordWrap(false);
    m_queue->setTabKeyNavigation(false);
    m_queue->verticalHeader()->hide();
    m_queue->verticalHeader()->setDefaultSectionSize(look::rowHeight);
    QHeaderView *header = m_queue->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < TicketListModel::columns; ++column)
        m_queue->setColumnHidden(
            column, column != TicketListModel::Number && column != TicketListModel::Due);
    m_queue->setColumnWidth(
        TicketListModel::Due, tickets::columnWidth(TicketListModel::Due, m_queue->fontMetrics()));
    header->setSectionResizeMode(TicketListModel::Number, QHeaderView::Stretch);
    m_queue->setMinimumWidth(264);
    connect(m_queue->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &VisitsPage::choose);
    return m_queue;
}

QWidget *VisitsPage::makeVisit()
{
    auto *side = new QWidget(m_stack);
    m_visit = new VisitCard(m_desk.read().zone(), side);
    m_asked = new QWidget(side);
    m_answer = new widgets::ChoiceStrip(tr("What the customer says"), m_asked);
    m_answer->setChoices(answers());
    m_remark = new QPlainTextEdit(m_asked);
    m_remark->setTabChangesFocus(true);
    m_remark->setAccessibleName(tr("Remark"));
    m_remark->setPlaceholderText(tr("Remark: what was said, when to call again"));
    m_remark->setFixedHeight(72);
    m_save = new QPushButton(tr("Save and next"), m_asked);
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    connect(m_save, &QPushButton::clicked, this, &VisitsPage::save);
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
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto *asked = new QVBoxLayout(m_asked);
    asked->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    asked->setSpacing(look::gap);
    asked->addWidget(m_answer);
    asked->addWidget(m_remark);
    asked->addLayout(buttons);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    m_notYours = new QLabel(
        tr("This visit is not yours to make: it lies in another grid or department."), side);
    m_notYours->setObjectName(QStringLiteral("nothing"));
    m_notYours->setForegroundRole(QPalette::PlaceholderText);
    m_notYours->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    m_notYours->setWordWrap(true);
    m_notYours->hide();
    column->addWidget(m_asked);
    column->addWidget(m_notYours);
    return side;
}

void VisitsPage::offerAnswers()
{
    const bool isTheirs = m_card.isEmpty()
        || std::ranges::any_of(m_card.actions(m_desk.actor()), [](const ActionSpec *action) {
               return QLatin1StringView(action->code) == QLatin1StringView("visit");
           });
    m_asked->setVisible(isTheirs);
    m_notYours->setVisible(!isTheirs);
}

void VisitsPage::setUpKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (int value = 1; value <= 5; ++value) {
        bind(QKeySequence(Qt::Key_0 + value),
            [this, value] { m_answer->setCurrent(QString::number(value)); });
    }
    bind(QKeySequence(Qt::Key_U), [this] { m_answer->setCurrent(unreached); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { save(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { save(); });
    setFocusProxy(m_queue);
}

/// Keeps the visit at hand while it still waits; else the first of the queue comes.
void VisitsPage::showFirst()
{
    Q_EMIT waitingChanged(int(m_list.total()));
    m_stack->setCurrentIndex(m_list.total() == 0 && m_list.isComplete() ? 1 : 0);
    const int row = m_card.isEmpty() ? -1 : m_list.rowOf(m_card.number());
    if (row < 0 && m_list.total() == 0)
        m_card.clear();
    else
        m_queue->selectRow(std::max(row, 0));
}

void VisitsPage::choose(const QModelIndex &row)
{
    const qint64 ticket = row.isValid() ? m_list.ticketAt(row.row()) : 0;
    if (ticket == 0 || ticket == m_card.number())
        return;
    clearAnswer();
    m_card.show(ticket);
}

void VisitsPage::clearAnswer()
{
    m_answer->setCurrent({});
    m_remark->clear();
    m_save->setEnabled(true);
}

void VisitsPage::save()
{
    if (m_card.isEmpty() || !m_save->isEnabled() || m_asked->isHidden())
        return;
    Values values;
    if (m_answer->current() == unreached)
        values.set(field::Outcome, unreached);
    else if (!m_answer->current().isEmpty())
        values.set(field::Satisfaction, m_answer->current().toInt());
    values.set(field::Remark, m_remark->toPlainText().trimmed());
    m_save->setEnabled(false);
    m_desk
        .submit(ActOnTicket{.ticket = m_card.ticket().id,
            .action = QStringLiteral("visit"),
            .values = values,
            .seenRevision = m_card.ticket().revision})
        .then(this,
            [this, number = m_card.ticket().values.text(field::Number)](
                const store::Verdict &verdict) { finish(number, verdict); });
}

void VisitsPage::finish(const QString &number, const store::Verdict &verdict)
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

void VisitsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list.tick();
    m_minute.start();
}

void VisitsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace ui::visits
