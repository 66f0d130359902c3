// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/tickets_page.h"

#include "domain/ticket_code.h"
#include "domain/words.h"
#include "look/icons.h"
#include "look/measures.h"
#include "shell/settings.h"
#include "tickets/bulk_bar.h"
#include "tickets/ticket_page.h"
#include "tickets/ticket_table.h"
#include "tickets/ticket_words.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/filter_strip.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::tickets
{

using namespace domain;

namespace
{

constexpr const char *scopes[] = {"mine", "grid", "soon", "late", "visit", "all"};
constexpr int minute_ms = 60'000;
constexpr int searchWidth = 220;
const QString splitKey = QStringLiteral("tickets/split");

QToolButton *toolButton(const char *icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(look::icon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

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
    , m_search(new QLineEdit(this))
    , m_scopes(new widgets::FilterStrip(tr("Lists"), widgets::FilterStrip::Mode::One, this))
    , m_lines(
          new widgets::FilterStrip(tr("Service lines"), widgets::FilterStrip::Mode::Several, this))
    , m_split(new QSplitter(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_split, 1);
    m_split->addWidget(makeList());
    m_ticket = new TicketPage(m_office, m_split);
    m_split->addWidget(m_ticket);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(look::hairline);
    if (!m_split->restoreState(m_settings.value(splitKey).toByteArray()))
        m_split->setSizes({680, 420});
    connect(m_split, &QSplitter::splitterMoved, this,
        [this] { m_settings.setValue(splitKey, m_split->saveState()); });
    connectList();
    setUpKeys();
    m_minute.setInterval(minute_ms);
    m_counts.recount();
    find();
}

TicketsPage::~TicketsPage() = default;

QWidget *TicketsPage::makeBar()
{
    auto *bar = new QWidget(this);
    m_search->setPlaceholderText(tr("Search: number, text, name, phone, address"));
    m_search->setAccessibleName(tr("Search tickets"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(searchWidth);
    m_search->addAction(
        look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    offerScopes();
    QList<widgets::Filter> lines;
    for (const Word &word : wordsOf(List::Line))
        lines.append({QStringLiteral("line:") + QLatin1StringView(word.code), word.text()});
    m_lines->setFilters(lines);
    auto *first = new QHBoxLayout;
    first->setSpacing(look::gap);
    first->addWidget(m_search, 1);
    first->addWidget(makeTools());
    auto *second = new QHBoxLayout;
    second->setSpacing(look::margin);
    second->addWidget(m_scopes, 1);
    second->addWidget(m_lines, 1);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::unit);
    column->addLayout(first);
    column->addLayout(second);
    return bar;
}

void TicketsPage::offerScopes()
{
    QList<widgets::Filter> lists;
    for (const char *scope : scopes) {
        const QString id = QString::fromLatin1(scope);
        // Who has no grid, or no account, has no list of it either.
        if ((id == u"grid" && m_seat.grid.isEmpty()) || (id == u"mine" && m_seat.login.isEmpty())) {
            if (m_scope == id)
                m_scope = QStringLiteral("all");
            continue;
        }
        lists.append({id, scopeTitle(id)});
    }
    m_scopes->setFilters(lists);
    m_scopes->setActive({m_scope});
}

/// Somebody else sits here: other lists are theirs.
void TicketsPage::personChanged()
{
    m_seat = seatOf(m_desk);
    m_nothing->offerKey(mayDo(Right::TakeIn, m_desk.who(), m_desk.read().grants()));
    offerScopes();
    m_counts.recount();
    find();
}

QWidget *TicketsPage::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::unit);
    auto *columns = toolButton("columns", tr("Columns"), tools);
    columns->setObjectName(QStringLiteral("columns"));
    columns->setPopupMode(QToolButton::InstantPopup);
    auto *save = toolButton("export", tr("Export"), tools);
    connect(save, &QToolButton::clicked, this,
        [this] { Q_EMIT exportRequested(m_list.query(), m_table->shownColumns()); });
    auto *print = toolButton("print", tr("Print"), tools);
    print->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(print);
    connect(menu->addAction(tr("This list")), &QAction::triggered, this,
        [this] { Q_EMIT printRequested(m_list.query(), m_table->shownColumns()); });
    menu->addSeparator();
    const std::pair<const char *, QString> slips[] = {{"receipt", tr("Receipts of the chosen")},
        {"order", tr("Work orders of the chosen")}, {"visit", tr("Visit sheets of the chosen")}};
    for (const auto &[kind, title] : slips) {
        connect(menu->addAction(title), &QAction::triggered, this,
            [this, kind = QString::fromLatin1(kind)] { printSlips(kind); });
    }
    print->setMenu(menu);
    for (QToolButton *button : {columns, save, print})
        row->addWidget(button);
    return tools;
}

QWidget *TicketsPage::makeList()
{
    auto *side = new QWidget(m_split);
    m_bulk = new BulkBar(m_office, side);
    m_stack = new QStackedWidget(side);
    m_table = new TicketTable(m_words, m_settings, m_stack);
    m_stack->addWidget(m_table);
    m_nothing =
        new widgets::EmptyPage({QStringLiteral("tickets"), tr("No ticket here"),
                                   tr("Every matter that is taken in stands here. Another list or "
                                      "another search may have what you look for."),
                                   QKeySequence(Qt::Key_F2), tr("take in a matter")},
            m_stack);
    m_nothing->offerKey(mayDo(Right::TakeIn, m_desk.who(), m_desk.read().grants()));
    m_stack->addWidget(m_nothing);
    m_total = new QLabel(side);
    m_total->setForegroundRole(QPalette::PlaceholderText);
    m_total->setContentsMargins(look::gap, look::unit, look::gap, look::unit);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bulk);
    column->addWidget(m_stack, 1);
    column->addWidget(m_total);
    findChild<QToolButton *>(QStringLiteral("columns"))->setMenu(m_table->columnsMenu());
    return side;
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
    connect(m_table, &TicketTable::chosenChanged, this, [this] {
        m_bulk->setChosen(m_table->chosenCount(), [this] { return m_table->chosen(); });
    });
    connect(m_table, &TicketTable::opened, this, [this](qint64 ticket) {
        m_ticket->showTicket(ticket);
        m_ticket->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ticket, &TicketPage::left, m_table, [this] { m_table->setFocus(); });
    connect(m_bulk, &BulkBar::left, m_table, [this] { m_table->setFocus(); });
    connect(m_ticket, &TicketPage::printSlip, this, &TicketsPage::printSlip);
    connect(m_search, &QLineEdit::textChanged, this, &TicketsPage::find);
    connect(m_search, &QLineEdit::returnPressed, this, &TicketsPage::enterTyped);
    connect(m_scopes, &widgets::FilterStrip::activeChanged, this,
        [this](const QStringList &active) { showScope(active.value(0)); });
    connect(m_lines, &widgets::FilterStrip::activeChanged, this, &TicketsPage::pickLine);
    connect(&m_minute, &QTimer::timeout, &m_list, &items::TicketListModel::tick);
    connect(&m_minute, &QTimer::timeout, &m_counts, &items::FilterCounts::recount);
    connect(&m_minute, &QTimer::timeout, m_ticket, &TicketPage::tick);
}

void TicketsPage::setUpKeys()
{
    for (const QKeySequence &keys :
        {QKeySequence(Qt::Key_Slash), QKeySequence(QKeySequence::Find)}) {
        auto *search = new QShortcut(keys, this);
        search->setContext(Qt::WidgetWithChildrenShortcut);
        connect(search, &QShortcut::activated, this, [this] {
            m_search->setFocus(Qt::ShortcutFocusReason);
            m_search->selectAll();
        });
    }
    setFocusProxy(m_table);
}

store::TicketQuery TicketsPage::asked() const
{
    store::TicketQuery query = items::queryForScope(m_scope, m_seat, m_desk.read().now_ms());
    if (!m_line.isEmpty())
        query.filters.append({QStringLiteral("line"), m_line});
    return query;
}

void TicketsPage::find()
{
    store::TicketQuery query = asked();
    query.text = m_search->text().trimmed();
    // What is typed is looked for from the newest on, and the whole list follows in that order.
    if (!query.text.isEmpty()) {
        query.sort = QStringLiteral("recorded");
        query.descending = true;
    }
    m_list.find(query);
}

void TicketsPage::search(const QString &text)
{
    m_search->setText(text);
}

void TicketsPage::showScope(const QString &scope)
{
    m_scope = scope;
    m_scopes->setActive({scope});
    m_counts.recount();
    find();
}

/// One line at a time; a press on the chosen one takes the filter away.
void TicketsPage::pickLine(const QStringList &lines)
{
    const QString before = QStringLiteral("line:") + m_line;
    QString picked;
    for (const QString &line : lines) {
        if (line != before)
            picked = line;
    }
    m_line = picked.section(u':', 1);
    m_lines->setActive(picked.isEmpty() ? QStringList() : QStringList{picked});
    find();
}

items::FilterCounts::Questions TicketsPage::questions() const
{
    items::FilterCounts::Questions questions;
    const qint64 now_ms = m_desk.read().now_ms();
    for (const char *scope : scopes) {
        const QString id = QString::fromLatin1(scope);
        questions.append({id, items::queryForScope(id, m_seat, now_ms)});
    }
    const store::TicketQuery inScope = items::queryForScope(m_scope, m_seat, now_ms);
    questions.append({QStringLiteral("line"), inScope, QStringLiteral("line")});
    return questions;
}

void TicketsPage::showCounts()
{
    QHash<QString, int> counts = m_counts.counts();
    m_scopes->setCounts(counts);
    for (const Word &word : wordsOf(List::Line)) {
        const QString id = QStringLiteral("line:") + QLatin1StringView(word.code);
        counts.insert(id, counts.value(id));
    }
    m_lines->setCounts(counts);
    Q_EMIT waitingChanged(counts.value(QStringLiteral("mine")));
}

void TicketsPage::showTotal()
{
    const QString total = QLocale().toString(m_list.total());
    m_total->setText(m_list.isComplete() ? tr("%1 tickets").arg(total)
                                         : tr("The first %1, looking for the others").arg(total));
    const bool isEmpty = m_list.total() == 0 && m_list.isComplete();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_ticket->setHidden(isEmpty && m_ticket->card().isEmpty());
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
    if (const auto code = TicketCode::parse(m_search->text())) {
        m_search->clear();
        openTicket(code->number, code->action);
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::printSlips(const QString &kind)
{
    QStringList numbers;
    for (qint64 ticket : m_table->chosen().mid(0, BulkRun::most))
        numbers << m_list.lineAt(m_list.rowOf(ticket)).number;
    if (!numbers.isEmpty())
        Q_EMIT printSlip(kind, numbers);
}

bool TicketsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            m_table->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_search->clear();
            m_table->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
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
