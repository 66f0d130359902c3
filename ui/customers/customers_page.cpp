// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/customers_page.h"

#include "customers/customer_view.h"
#include "customers/duplicates_dialog.h"
#include "customers/group_delegate.h"
#include "domain/words.h"
#include "look/icons.h"
#include "look/measures.h"
#include "registers/register_form.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/filter_strip.h"
#include "widgets/keyboard.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::customers
{

using namespace domain;
using items::CustomerListModel;

namespace
{

constexpr int listWidth = 520;

QToolButton *toolButton(const char *icon, const QString &text, const QString &key, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(look::icon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setToolTip(key);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

CustomersPage::CustomersPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_list(tickets::sourceOf(desk))
    , m_sight(m_office.looks)
    , m_card(tickets::sourceOf(desk))
    , m_banner(new widgets::Banner(this))
    , m_search(new QLineEdit(this))
    , m_groups(new widgets::FilterStrip(tr("Groups"), widgets::FilterStrip::Mode::Several, this))
{
    setAccessibleName(tr("Customers"));
    auto *split = new QSplitter(this);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    split->addWidget(makeList());
    m_view = new CustomerView(m_office, m_card, split);
    split->addWidget(m_view);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({listWidth, listWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(makeBar());
    column->addWidget(split, 1);
    connectParts();
    setUpKeys();
    showCounts();
    find();
}

CustomersPage::~CustomersPage() = default;

QWidget *CustomersPage::makeBar()
{
    auto *bar = new QWidget(this);
    m_search->setPlaceholderText(
        tr("Search: name, pinyin, end of a phone, address, account or meter number"));
    m_search->setAccessibleName(tr("Search customers"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(
        look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    QList<widgets::Filter> groups;
    for (const Word &word : wordsOf(List::CustomerGroup))
        groups.append({QString::fromLatin1(word.code), word.text()});
    m_groups->setFilters(groups);
    auto *fresh = toolButton("add", tr("New customer"), QStringLiteral("Ctrl+N"), bar);
    auto *duplicates = toolButton("customers", tr("Duplicates"), QStringLiteral("D"), bar);
    m_mergeTool = toolButton("conflict", tr("Merge the two"), QStringLiteral("G"), bar);
    auto *save = toolButton("export", tr("Export"), {}, bar);
    auto *person = toolButton("person", tr("Personal data"), {}, bar);
    auto *menu = new QMenu(person);
    menu->addAction(tr("Copy for the person (PDF)…"), this, [this] {
        if (m_card.number())
            Q_EMIT copyRequested(m_card.number());
    });
    menu->addAction(tr("Ask for erasure…"), this, &CustomersPage::askErasure);
    person->setMenu(menu);
    person->setPopupMode(QToolButton::InstantPopup);
    connect(fresh, &QToolButton::clicked, this, [this] { m_view->addCustomer(); });
    connect(duplicates, &QToolButton::clicked, this, [this] { newDialog()->search(); });
    connect(m_mergeTool, &QToolButton::clicked, this, &CustomersPage::mergeChosen);
    connect(save, &QToolButton::clicked, this, [this] { Q_EMIT exportRequested(m_list.query()); });
    auto *first = new QHBoxLayout;
    first->setSpacing(look::unit);
    first->addWidget(m_search, 1);
    for (QToolButton *button : {fresh, duplicates, m_mergeTool, save, person})
        first->addWidget(button);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::unit);
    column->addLayout(first);
    column->addWidget(m_groups);
    return bar;
}

void CustomersPage::askErasure()
{
    if (m_card.isEmpty())
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Ask for erasure"));
    dialog->setLabelText(tr("Why does %1 want the data gone? A second person decides.")
                             .arg(m_card.text(customer::Name)));
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, customer = m_card.values().isEmpty() ? Id() : m_card.file().customer.row.id](
            const QString &reason) {
            m_desk.submit(AskErasure{m_desk.freshId(), customer, QStringLiteral("request"), reason})
                .then(this, [this](const store::Verdict &verdict) {
                    if (const Refusal *refusal = store::refused(verdict))
                        m_banner->showMessage(widgets::Mood::Late, refusal->text());
                    else
                        m_banner->showMessage(widgets::Mood::Done,
                            tr("Asked for. A second person decides on the page Personal data."));
                });
        });
    dialog->open();
}

QWidget *CustomersPage::makeList()
{
    auto *side = new QWidget(this);
    m_stack = new QStackedWidget(side);
    m_table = new QTableView(m_stack);
    m_table->setModel(&m_list);
    m_table->setItemDelegate(new GroupDelegate(m_table));
    m_table->setAccessibleName(tr("Customers"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(look::rowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = m_table->fontMetrics().horizontalAdvance(QChar(u'漢'));
    m_table->setColumnWidth(CustomerListModel::Name, 7 * letter);
    m_table->setColumnWidth(CustomerListModel::Phone, 8 * letter);
    m_table->setColumnWidth(CustomerListModel::Groups, 10 * letter);
    header->setSectionResizeMode(CustomerListModel::Address, QHeaderView::Stretch);
    m_stack->addWidget(m_table);
    m_stack->addWidget(new widgets::EmptyPage(
        {QStringLiteral("customers"), tr("No customer here"),
            tr("Whoever calls gets a file with the first ticket; lists of customers come in by the "
               "import. Another search may find who you look for."),
            QKeySequence(Qt::CTRL | Qt::Key_N), tr("open a file")},
        m_stack));
    m_total = new QLabel(side);
    m_total->setForegroundRole(QPalette::PlaceholderText);
    m_total->setContentsMargins(look::gap, look::unit, look::gap, look::unit);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_total);
    return side;
}

void CustomersPage::connectParts()
{
    connect(&m_desk, &Desk::committed, &m_list, &CustomerListModel::takeIn);
    m_card.setSight(&m_sight);
    connect(&m_desk, &Desk::satDown, this, [this] {
        if (const qint64 shown = m_card.number()) {
            m_sight.lookAway();
            m_card.show(shown);
        }
    });
    connect(&m_desk, &Desk::committed, &m_card, &items::CustomerCard::takeIn);
    connect(&m_desk, &Desk::peopleReady, this, &CustomersPage::find);
    connect(&m_list, &CustomerListModel::completed, this, &CustomersPage::settle);
    connect(m_search, &QLineEdit::textChanged, this, &CustomersPage::find);
    connect(
        m_search, &QLineEdit::returnPressed, m_table, [this] { widgets::giveKeyboard(m_table); });
    connect(m_groups, &widgets::FilterStrip::activeChanged, this, &CustomersPage::find);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &CustomersPage::choose);
    connect(m_table, &QTableView::activated, m_view, [this] { m_view->enterBusiness(); });
    connect(m_view, &CustomerView::ticketAsked, this, &CustomersPage::ticketAsked);
    connect(m_view, &CustomerView::saved, this, &CustomersPage::takeSaved);
    connect(m_view, &CustomerView::done, this, &CustomersPage::showDone);
    connect(m_view, &CustomerView::refused, this,
        [this](const QString &why) { m_banner->showMessage(widgets::Mood::Late, why); });
    connect(m_view, &CustomerView::left, m_table, [this] { widgets::giveKeyboard(m_table); });
}

void CustomersPage::setUpKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto search = [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    };
    bind(QKeySequence(Qt::Key_Slash), search);
    bind(QKeySequence(QKeySequence::Find), search);
    bind(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { m_view->addCustomer(); });
    bind(QKeySequence(Qt::Key_E), [this] { m_view->editBasics(); });
    bind(QKeySequence(Qt::Key_P), [this] { m_view->addPremises(); });
    bind(QKeySequence(Qt::Key_M), [this] { m_view->addContact(); });
    bind(QKeySequence(Qt::Key_B), [this] { m_view->enterBusiness(); });
    bind(QKeySequence(Qt::Key_D), [this] { newDialog()->search(); });
    bind(QKeySequence(Qt::Key_G), &CustomersPage::mergeChosen);
    setFocusProxy(m_search);
}

void CustomersPage::find()
{
    m_list.find({m_search->text().trimmed(), m_groups->active()});
    showCounts();
}

void CustomersPage::search(const QString &text)
{
    m_search->setText(text);
}

void CustomersPage::showCounts()
{
    QHash<QString, int> counts;
    for (const Word &word : wordsOf(List::CustomerGroup)) {
        const QString code = QString::fromLatin1(word.code);
        counts.insert(code, int(m_desk.read().countInGroup(code)));
    }
    m_groups->setCounts(counts);
}

void CustomersPage::showTotal()
{
    m_total->setText(tr("%1 customers").arg(QLocale().toString(m_list.rowCount())));
    m_stack->setCurrentIndex(m_list.rowCount() == 0 ? 1 : 0);
}

/// A new list keeps the customer in view where it has them, and begins with the first where not.
void CustomersPage::settle()
{
    showTotal();
    showCounts();
    const qint64 wanted = std::exchange(m_awaited, 0);
    if (m_view->form().isTouched())
        return;
    const int row = m_list.rowOf(wanted ? wanted : m_card.number());
    if (row >= 0)
        goTo(row);
    else if (wanted)
        m_card.show(wanted);
    else if (m_list.rowCount() > 0)
        goTo(0);
    else if (!m_view->form().isOpen())
        m_card.clear();
}

/// Not by selectRow(), which would ask which keys are held just now.
void CustomersPage::goTo(int row)
{
    m_table->selectionModel()->setCurrentIndex(
        m_list.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QVector<qint64> CustomersPage::chosen() const
{
    QVector<qint64> numbers;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        numbers << m_list.customerAt(row.row());
    return numbers;
}

void CustomersPage::choose()
{
    const QVector<qint64> numbers = chosen();
    m_mergeTool->setEnabled(numbers.size() == 2);
    if (numbers.size() != 1 || numbers.constFirst() == m_card.number())
        return;
    if (!m_view->form().isTouched()) {
        m_card.show(numbers.constFirst());
        return;
    }
    m_view->remindOfForm();
    // The row goes back to the form's customer when the view has done with this step.
    QMetaObject::invokeMethod(
        this, [this] { goTo(m_list.rowOf(m_card.number())); }, Qt::QueuedConnection);
}

void CustomersPage::openCustomer(qint64 customer)
{
    if (m_view->form().isTouched())
        return m_view->remindOfForm();
    m_card.show(customer);
    m_awaited = m_card.number();
    if (!m_search->text().isEmpty() || !m_groups->active().isEmpty()) {
        m_groups->setActive({});
        m_search->clear();
    }
    find();
    widgets::giveKeyboard(m_table);
}

void CustomersPage::takeSaved(Register reg, const Id &row)
{
    m_banner->showMessage(widgets::Mood::Done, tr("Saved."));
    if (reg == Register::Customer) {
        if (const auto found = m_desk.read().findRow(row); found && !found->row.removed) {
            m_card.show(found->number);
            m_awaited = m_card.number();
            find();
        }
    }
    widgets::giveKeyboard(m_table);
}

void CustomersPage::showDone(const QString &what, const Command &undo)
{
    // The button that was pressed goes with its line.
    widgets::giveKeyboard(m_table);
    m_banner->showUndoable(what, [this, undo] {
        m_desk.submit(undo).then(this, [this](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                m_banner->showMessage(widgets::Mood::Late, refusal->text());
        });
    });
}

void CustomersPage::mergeChosen()
{
    const QVector<qint64> two = chosen();
    if (two.size() == 2)
        newDialog()->askAbout(two.at(0), two.at(1));
    else
        m_banner->showMessage(widgets::Mood::Open,
            tr("Choose two customers in the list first, with Shift and the arrows."));
}

DuplicatesDialog *CustomersPage::newDialog()
{
    auto *dialog = new DuplicatesDialog(m_desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DuplicatesDialog::merged, this, [this](qint64 stays) {
        m_banner->showMessage(
            widgets::Mood::Done, tr("Merged. \"Take back\" at the end of the file undoes it."));
        if (!m_view->form().isTouched())
            openCustomer(stays);
    });
    dialog->open();
    return dialog;
}

bool CustomersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Escape) {
            if (key == Qt::Key_Escape)
                m_search->clear();
            widgets::giveKeyboard(m_table);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::customers
