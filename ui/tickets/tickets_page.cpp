// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/tickets_page.h"

#include "domain/ticket_code.h"
#include "look/measures.h"
#include "shell/settings.h"
#include "tickets/bulk_run.h"
#include "tickets/slip_kinds.h"
#include "tickets/ticket_page.h"
#include "tickets/ticket_table.h"
#include "tickets/tickets_bar.h"
#include "tickets/tickets_list.h"
#include "widgets/banner.h"

#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;

namespace
{

constexpr const char *scopes[] = {"mine", "answer", "grid", "soon", "late", "visit", "all"};
constexpr int minute_ms = 60'000;
const QString splitKey = QStringLiteral("tickets/split");

} // namespace

TicketsPage::TicketsPage(Desk &desk, shell::Settings &settings, FileStore files, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_settings(settings)
    , m_office(desk, std::move(files))
    , m_seat(seatOf(desk))
    , m_list(sourceOf(desk))
    , m_words(m_list, desk.read())
    , m_counts(sourceOf(desk), [this] { return questions(); })
    , m_bar(new TicketsBar(this))
    , m_split(new QSplitter(this))
    , m_side(new TicketsList(m_list, m_words, m_office, settings, m_split))
    , m_table(&m_side->table())
    , m_ticket(new TicketPage(m_office, m_split))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_split, 1);
    m_split->addWidget(m_side);
    m_split->addWidget(m_ticket);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(look::hairline);
    if (!m_split->restoreState(m_settings.value(splitKey).toByteArray()))
        m_split->setSizes({680, 420});
    connect(m_split, &QSplitter::splitterMoved, this,
        [this] { m_settings.setValue(splitKey, m_split->saveState()); });
    m_bar->setColumnsMenu(m_table->columnsMenu());
    offerScopes();
    connectList();
    connectBar();
    setUpKeys();
    m_minute.setInterval(minute_ms);
    m_counts.recount();
    find();
}

TicketsPage::~TicketsPage() = default;

void TicketsPage::offerScopes()
{
    QStringList lists;
    for (const char *scope : scopes) {
        const QString id = QString::fromLatin1(scope);
        // Who has no grid, or no account, has no list of it either.
        const bool isPersons = id == u"mine" || id == u"answer";
        if ((id == u"grid" && m_seat.grid.isEmpty()) || (isPersons && m_seat.login.isEmpty())) {
            if (m_scope == id)
                m_scope = QStringLiteral("all");
            continue;
        }
        lists << id;
    }
    m_bar->setScopes(lists, m_filteredTitle);
    m_bar->setScope(m_scope);
}

/// Somebody else sits here: other lists are theirs.
void TicketsPage::personChanged()
{
    m_seat = seatOf(m_desk);
    m_side->showRights();
    offerScopes();
    m_counts.recount();
    find();
}

void TicketsPage::connectList()
{
    connect(&m_desk, &Desk::committed, &m_list, &items::TicketListModel::takeIn);
    connect(&m_desk, &Desk::committed, &m_counts, &items::FilterCounts::takeIn);
    connect(&m_desk, &Desk::satDown, this, &TicketsPage::personChanged);
    connect(&m_counts, &items::FilterCounts::changed, this, &TicketsPage::showCounts);
    connect(&m_list, &items::TicketListModel::totalChanged, this, &TicketsPage::showTotal);
    connect(&m_list, &items::TicketListModel::completed, this, &TicketsPage::showTotal);
    connect(&m_list, &QAbstractItemModel::modelReset, this, &TicketsPage::settle);
    connect(m_table, &TicketTable::currentTicketChanged, this, &TicketsPage::showCurrent);
    connect(m_table, &TicketTable::opened, this, &TicketsPage::goInto);
    connect(m_side, &TicketsList::ticketLooked, this, &TicketsPage::showCurrent);
    connect(m_side, &TicketsList::ticketOpened, this, &TicketsPage::goInto);
    connect(m_ticket, &TicketPage::left, m_side, [this] { m_side->setFocus(); });
    connect(m_ticket, &TicketPage::printSlip, this, &TicketsPage::printSlip);
    connect(&m_minute, &QTimer::timeout, &m_list, &items::TicketListModel::tick);
    connect(&m_minute, &QTimer::timeout, &m_counts, &items::FilterCounts::recount);
    connect(&m_minute, &QTimer::timeout, m_ticket, &TicketPage::tick);
}

void TicketsPage::connectBar()
{
    connect(m_bar, &TicketsBar::typed, this, &TicketsPage::find);
    connect(m_bar, &TicketsBar::entered, this, &TicketsPage::enterTyped);
    connect(m_bar, &TicketsBar::left, m_side, [this] { m_side->setFocus(Qt::OtherFocusReason); });
    connect(m_bar, &TicketsBar::scopePicked, this, &TicketsPage::showScope);
    connect(m_bar, &TicketsBar::linePicked, this, &TicketsPage::find);
    connect(m_bar, &TicketsBar::exportAsked, this,
        [this] { Q_EMIT exportRequested(m_list.query(), m_table->shownColumns()); });
    connect(m_bar, &TicketsBar::printAsked, this,
        [this] { Q_EMIT printRequested(m_list.query(), m_table->shownColumns()); });
    connect(m_bar, &TicketsBar::slipsAsked, this, &TicketsPage::printSlips);
}

void TicketsPage::setUpKeys()
{
    for (const QKeySequence &keys :
        {QKeySequence(Qt::Key_Slash), QKeySequence(QKeySequence::Find)}) {
        auto *search = new QShortcut(keys, this);
        search->setContext(Qt::WidgetWithChildrenShortcut);
        connect(search, &QShortcut::activated, m_bar, &TicketsBar::focusSearch);
    }
    setFocusProxy(m_side);
}

store::TicketQuery TicketsPage::inScope() const
{
    if (m_scope != filteredScope)
        return items::queryForScope(m_scope, m_seat, m_desk.read().now_ms());
    store::TicketQuery query;
    query.filters = m_filtered;
    return query;
}

store::TicketQuery TicketsPage::asked() const
{
    store::TicketQuery query = inScope();
    if (!m_bar->line().isEmpty())
        query.filters.append({QStringLiteral("line"), m_bar->line()});
    return query;
}

void TicketsPage::find()
{
    store::TicketQuery query = asked();
    query.text = m_bar->text().trimmed();
    // What is typed is looked for from the newest on, and the whole list follows in that order.
    if (!query.text.isEmpty()) {
        query.sort = QStringLiteral("recorded");
        query.descending = true;
    }
    m_list.find(query);
}

void TicketsPage::search(const QString &text)
{
    m_bar->setText(text);
}

void TicketsPage::showScope(const QString &scope)
{
    m_scope = scope;
    m_bar->setScope(scope);
    m_counts.recount();
    find();
}

void TicketsPage::showFiltered(const QVector<store::Filter> &filters, const QString &title)
{
    m_filtered = filters;
    m_filteredTitle = title;
    m_scope = filteredScope;
    offerScopes();
    showScope(filteredScope);
}

items::FilterCounts::Questions TicketsPage::questions() const
{
    items::FilterCounts::Questions questions;
    const qint64 now_ms = m_desk.read().now_ms();
    for (const char *scope : scopes) {
        const QString id = QString::fromLatin1(scope);
        questions.append({id, items::queryForScope(id, m_seat, now_ms)});
    }
    questions.append({QStringLiteral("line"), inScope(), QStringLiteral("line")});
    return questions;
}

void TicketsPage::showCounts()
{
    m_bar->setCounts(m_counts.counts());
    Q_EMIT waitingChanged(m_counts.counts().value(QStringLiteral("mine")));
}

void TicketsPage::showTotal()
{
    m_ticket->setHidden(m_side->isEmpty() && m_ticket->card().isEmpty());
}

/// A new list keeps the ticket in view where it has it, and begins at its first row where not.
void TicketsPage::settle()
{
    if (m_ticket->isFormTouched())
        return;
    if (!m_ticket->card().isEmpty() && m_table->goTo(m_ticket->card().number()))
        return;
    if (m_list.total() > 0)
        m_table->goTo(m_list.ticketAt(0));
    else
        m_ticket->showTicket(0);
}

/// What stands half filled in must not go because another row or ticket is asked for.
bool TicketsPage::mayLeave(qint64 other)
{
    if (!m_ticket->isFormTouched() || other == m_ticket->card().number())
        return true;
    m_ticket->remindOfForm();
    return false;
}

void TicketsPage::showCurrent(qint64 ticket)
{
    if (ticket == 0)
        return;
    if (mayLeave(ticket))
        return m_ticket->showTicket(ticket);
    // The row goes back to the form's ticket when the view has done with this step.
    QMetaObject::invokeMethod(
        this, [this] { m_table->goTo(m_ticket->card().number()); }, Qt::QueuedConnection);
}

/// Gives the ticket's page the keyboard.
void TicketsPage::goInto(qint64 ticket)
{
    if (!mayLeave(ticket))
        return;
    m_ticket->showTicket(ticket);
    m_ticket->setFocus(Qt::OtherFocusReason);
}

bool TicketsPage::openTicket(const QString &number, const QString &action)
{
    m_ticket->show();
    const auto found = m_desk.read().findTicket(number);
    if (!mayLeave(found ? found->number : 0) || !m_ticket->openTicket(number, action))
        return false;
    if (!m_table->goTo(m_ticket->card().number()))
        m_table->clearSelection();
    if (!m_ticket->isFormOpen())
        m_ticket->setFocus(Qt::OtherFocusReason);
    return true;
}

/// Enter in the search: a scanned or typed code opens its ticket, anything else goes to the first hit.
void TicketsPage::enterTyped()
{
    if (const auto code = TicketCode::parse(m_bar->text())) {
        m_bar->setText({});
        openTicket(code->number, code->action);
        return;
    }
    m_side->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::printSlips(const QString &kind)
{
    const auto slip = std::ranges::find_if(slipKinds(),
        [&kind](const SlipKind &each) { return kind == QLatin1StringView(each.name); });
    QStringList numbers;
    for (qint64 row : m_table->chosen().mid(0, BulkRun::most)) {
        const auto ticket = m_desk.read().findTicket(row);
        if (ticket && slip != slipKinds().end() && slip->fits(ticket->ticket))
            numbers << ticket->ticket.values.text(field::Number);
    }
    if (numbers.isEmpty())
        m_side->banner().showMessage(
            widgets::Mood::Open, tr("None of the chosen tickets takes such a slip."));
    else
        Q_EMIT printSlip(kind, numbers);
}

void TicketsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list.tick();
    m_minute.start();
}

void TicketsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace ui::tickets
