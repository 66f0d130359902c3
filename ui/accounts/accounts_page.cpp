// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accounts_page.h"

#include "accounts/person_panel.h"
#include "accounts/rights_sheet.h"
#include "look/icons.h"
#include "look/measures.h"
#include "widgets/filter_strip.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::accounts
{

using namespace domain;

namespace
{

const QString peopleView = QStringLiteral("people");
const QString tableView = QStringLiteral("table");

/// Enter on a row does what a double click does.
void onEnter(QTableView *view, QObject *context, const std::function<void(QModelIndex)> &act)
{
    QObject::connect(view, &QTableView::activated, context, act);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *key = new QShortcut(enter, view);
        key->setContext(Qt::WidgetShortcut);
        QObject::connect(
            key, &QShortcut::activated, context, [view, act] { act(view->currentIndex()); });
    }
}

} // namespace

AccountsPage::AccountsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_accounts(tickets::sourceOf(desk))
    , m_words(m_accounts, desk.read())
    , m_views(new widgets::FilterStrip(
          tr("Accounts and rights"), widgets::FilterStrip::Mode::One, this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Accounts and rights"));
    layOut();
    setUpKeys();
    connect(&desk, &Desk::committed, &m_accounts, &items::AccountModel::takeIn);
    connect(&m_accounts, &items::AccountModel::completed, this, [this] {
        if (!m_people->currentIndex().isValid())
            choose(m_desk.actor());
    });
    connect(&m_accounts, &QAbstractItemModel::dataChanged, this, &AccountsPage::showChosen);
    connect(m_views, &widgets::FilterStrip::activeChanged, this,
        [this](const QStringList &active) { showView(active.value(0)); });
    showView(peopleView);
}

AccountsPage::~AccountsPage() = default;

void AccountsPage::layOut()
{
    m_views->setFilters({{peopleView, tr("Accounts")}, {tableView, tr("Who may do what")}});
    m_stack->addWidget(makePeople());
    m_table = new RightsSheet(m_desk, m_stack);
    m_stack->addWidget(m_table);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    top->addWidget(m_views, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
}

QWidget *AccountsPage::makePeople()
{
    auto *split = new QSplitter(m_stack);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    auto *side = new QWidget(split);
    m_search = new QLineEdit(side);
    m_search->setPlaceholderText(tr("Name, login or pinyin initials"));
    m_search->setAccessibleName(tr("Find a person"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(
        look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::LeadingPosition);
    m_people = widgets::makeListView(m_words, tr("Staff"), {120, 84, 0, 64}, side);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(look::gap, 0, look::gap, look::gap);
    search->addWidget(m_search);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(search);
    column->addWidget(m_people, 1);
    m_panel = new PersonPanel(m_office, split);
    split->addWidget(side);
    split->addWidget(m_panel);
    split->setSizes({480, 640});
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_words.setTyped(typed);
        if (!m_people->currentIndex().isValid())
            m_people->selectRow(0);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { widgets::giveKeyboard(m_people); });
    connect(m_people->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &AccountsPage::showChosen);
    onEnter(
        m_people, this, [this](const QModelIndex &) { m_panel->setFocus(Qt::OtherFocusReason); });
    connect(m_panel, &PersonPanel::left, m_people, [this] { widgets::giveKeyboard(m_people); });
    return split;
}

void AccountsPage::setUpKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_1, [this] { showView(peopleView); });
    bind(Qt::CTRL | Qt::Key_2, [this] { showView(tableView); });
    bind(Qt::CTRL | Qt::Key_F, [this] {
        showView(peopleView);
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    bind(Qt::CTRL | Qt::Key_N, [this] { m_panel->giveRight(); });
    auto *password = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_P), m_stack->widget(0));
    password->setContext(Qt::WidgetWithChildrenShortcut);
    connect(password, &QShortcut::activated, m_panel, &PersonPanel::setPassword);
}

void AccountsPage::showView(const QString &view)
{
    QWidget *const first[] = {m_people, m_table};
    const int at = view == tableView ? 1 : 0;
    m_views->setActive({at == 1 ? tableView : peopleView});
    m_stack->setCurrentIndex(at);
    setFocusProxy(first[at]);
    if (isVisible())
        first[at]->setFocus(Qt::OtherFocusReason);
}

void AccountsPage::choose(const Id &person)
{
    const QModelIndex row = m_words.mapFromSource(m_accounts.index(m_accounts.rowOf(person), 0));
    m_people->selectRow(row.isValid() ? row.row() : 0);
}

void AccountsPage::showChosen()
{
    const QModelIndex chosen = m_words.mapToSource(m_people->currentIndex());
    if (chosen.isValid())
        m_panel->show(m_accounts.at(chosen.row()));
}

} // namespace ui::accounts
