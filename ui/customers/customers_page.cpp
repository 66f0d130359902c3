// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/customers_page.h"

#include "customers/customer_view.h"
#include "customers/customers_bar.h"
#include "customers/customers_list.h"
#include "customers/duplicates_dialog.h"
#include "domain/words.h"
#include "look/measures.h"
#include "registers/register_form.h"
#include "widgets/banner.h"

#include <QInputDialog>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::customers
{

using namespace domain;
using items::CustomerListModel;

namespace
{

constexpr int listWidth = 520;

} // namespace

CustomersPage::CustomersPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_list(tickets::sourceOf(desk))
    , m_sight(m_office.looks)
    , m_card(tickets::sourceOf(desk))
    , m_banner(new widgets::Banner(this))
    , m_bar(new CustomersBar(this))
{
    setAccessibleName(tr("Customers"));
    auto *split = new QSplitter(this);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    m_side = new CustomersList(m_list, split);
    split->addWidget(m_side);
    m_view = new CustomerView(m_office, m_card, split);
    split->addWidget(m_view);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({listWidth, listWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_bar);
    column->addWidget(split, 1);
    connectParts();
    connectBar();
    setUpKeys();
    showCounts();
    find();
}

CustomersPage::~CustomersPage() = default;

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

void CustomersPage::connectParts()
{
    connect(&m_desk, &Desk::committed, &m_list, &CustomerListModel::takeIn);
    m_card.setSight(&m_sight);
    connect(&m_desk, &Desk::satDown, this, [this] {
        if (const qint64 shown = m_card.number()) {
            m_sight.lookAway();
            m_card.show(shown);
            // Behind another page, or the curtain, nobody looks.
            if (!isVisible())
                m_sight.lookAway();
        }
    });
    connect(&m_desk, &Desk::committed, &m_card, &items::CustomerCard::takeIn);
    connect(&m_desk, &Desk::peopleReady, this, &CustomersPage::find);
    connect(&m_list, &CustomerListModel::completed, this, &CustomersPage::settle);
    connect(m_side, &CustomersList::chosenChanged, this, &CustomersPage::choose);
    connect(m_side, &CustomersList::entered, m_view, &CustomerView::enterBusiness);
    connect(m_view, &CustomerView::ticketAsked, this, &CustomersPage::ticketAsked);
    connect(m_view, &CustomerView::saved, this, &CustomersPage::takeSaved);
    connect(m_view, &CustomerView::done, this, &CustomersPage::showDone);
    connect(m_view, &CustomerView::refused, this,
        [this](const QString &why) { m_banner->showMessage(widgets::Mood::Late, why); });
    connect(m_view, &CustomerView::left, m_side, &CustomersList::giveKeyboard);
}

void CustomersPage::connectBar()
{
    connect(m_bar, &CustomersBar::changed, this, &CustomersPage::find);
    connect(m_bar, &CustomersBar::left, m_side, &CustomersList::giveKeyboard);
    connect(m_bar, &CustomersBar::newAsked, m_view, &CustomerView::addCustomer);
    connect(m_bar, &CustomersBar::duplicatesAsked, this, [this] { newDialog()->search(); });
    connect(m_bar, &CustomersBar::mergingAsked, this, &CustomersPage::mergeChosen);
    connect(m_bar, &CustomersBar::exportAsked, this,
        [this] { Q_EMIT exportRequested(m_list.query()); });
    connect(m_bar, &CustomersBar::copyAsked, this, [this] {
        if (m_card.number())
            Q_EMIT copyRequested(m_card.number());
    });
    connect(m_bar, &CustomersBar::erasureAsked, this, &CustomersPage::askErasure);
}

void CustomersPage::setUpKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto search = [this] { m_bar->focusSearch(); };
    bind(QKeySequence(Qt::Key_Slash), search);
    bind(QKeySequence(QKeySequence::Find), search);
    bind(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { m_view->addCustomer(); });
    bind(QKeySequence(Qt::Key_E), [this] { m_view->editBasics(); });
    bind(QKeySequence(Qt::Key_P), [this] { m_view->addPremises(); });
    bind(QKeySequence(Qt::Key_M), [this] { m_view->addContact(); });
    bind(QKeySequence(Qt::Key_B), [this] { m_view->enterBusiness(); });
    bind(QKeySequence(Qt::Key_D), [this] { newDialog()->search(); });
    bind(QKeySequence(Qt::Key_G), &CustomersPage::mergeChosen);
    setFocusProxy(m_bar);
}

void CustomersPage::find()
{
    m_list.find({m_bar->text(), m_bar->groups()});
    showCounts();
}

void CustomersPage::search(const QString &text)
{
    m_bar->setText(text);
}

void CustomersPage::showCounts()
{
    QHash<QString, int> counts;
    for (const Word &word : wordsOf(List::CustomerGroup)) {
        const QString code = QString::fromLatin1(word.code);
        counts.insert(code, int(m_desk.read().countInGroup(code)));
    }
    m_bar->setCounts(counts);
}

/// A new list keeps the customer in view where it has them, and begins with the first where not.
void CustomersPage::settle()
{
    m_side->showTotal();
    showCounts();
    const qint64 wanted = std::exchange(m_awaited, 0);
    if (m_view->form().isTouched())
        return;
    const int row = m_list.rowOf(wanted ? wanted : m_card.number());
    if (row >= 0)
        m_side->goTo(row);
    else if (wanted)
        m_card.show(wanted);
    else if (m_list.rowCount() > 0)
        m_side->goTo(0);
    else if (!m_view->form().isOpen())
        m_card.clear();
}

void CustomersPage::choose()
{
    const QVector<qint64> numbers = m_side->chosen();
    m_bar->allowMerging(numbers.size() == 2);
    if (numbers.size() != 1 || numbers.constFirst() == m_card.number())
        return;
    if (!m_view->form().isTouched()) {
        m_card.show(numbers.constFirst());
        return;
    }
    m_view->remindOfForm();
    // The row goes back to the form's customer when the view has done with this step.
    QMetaObject::invokeMethod(
        this, [this] { m_side->goTo(m_list.rowOf(m_card.number())); }, Qt::QueuedConnection);
}

void CustomersPage::openCustomer(qint64 customer)
{
    if (m_view->form().isTouched())
        return m_view->remindOfForm();
    m_card.show(customer);
    m_awaited = m_card.number();
    if (!m_bar->isBlank())
        m_bar->clear();
    find();
    m_side->giveKeyboard();
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
    m_side->giveKeyboard();
}

void CustomersPage::showDone(const QString &what, const Command &undo)
{
    // The button that was pressed goes with its line.
    m_side->giveKeyboard();
    m_banner->showUndoable(what, [this, undo] {
        m_desk.submit(undo).then(this, [this](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                m_banner->showMessage(widgets::Mood::Late, refusal->text());
        });
    });
}

void CustomersPage::mergeChosen()
{
    const QVector<qint64> two = m_side->chosen();
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

void CustomersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (const qint64 shown = m_card.number())
        m_card.show(shown);
}

} // namespace ui::customers
