// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/privacy_page.h"

#include "look/measures.h"
#include "tickets/office.h"
#include "widgets/banner.h"
#include "widgets/choice_strip.h"
#include "widgets/hairline.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::privacy
{

using namespace domain;

namespace
{

constexpr qint64 day_ms = 24 * 60 * 60'000LL;
constexpr int leastColumn = 90;
constexpr int mostColumn = 320;

const std::pair<const char *, PrivacyPage::List> lists[] = {{"looks", PrivacyPage::List::Looks},
    {"erasures", PrivacyPage::List::Erasures}, {"due", PrivacyPage::List::Due}};

} // namespace

PrivacyPage::PrivacyPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_background(tickets::sourceOf(desk))
    , m_banner(new widgets::Banner(this))
    , m_which(new widgets::ChoiceStrip(tr("List"), this))
    , m_since(new widgets::ChoiceStrip(tr("Since"), this))
    , m_typed(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_nothing(new QLabel(this))
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(makeTop());
    page->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    page->addWidget(m_table, 1);
    page->addWidget(m_nothing, 1);
    page->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    page->addWidget(makeBottom());
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_found.setSourceModel(&m_model);
    m_found.setFilterKeyColumn(-1);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(&m_found);
    widgets::dressAsList(*m_table, tr("Personal data"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &PrivacyPage::showButtons);
    connect(m_table, &QTableView::activated, this, &PrivacyPage::open);
    connect(&m_desk, &Desk::committed, this, [this](const store::Committed &committed) {
        const bool concerns = std::ranges::any_of(committed.touched, [](const auto &touched) {
            return touched.what == store::Touched::Row && touched.reg == quint8(Register::Erasure);
        });
        if (concerns)
            read();
    });
    setFocusProxy(m_typed);
    m_since->setCurrent(QStringLiteral("week"));
    showList(List::Looks);
}

QWidget *PrivacyPage::makeTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::margin);
    m_which->setChoices({{QStringLiteral("looks"), tr("Looks"), {}},
        {QStringLiteral("erasures"), tr("Erasures"), {}},
        {QStringLiteral("due"), tr("No longer needed"), {}}});
    m_since->setChoices(
        {{QStringLiteral("day"), tr("A day"), {}}, {QStringLiteral("week"), tr("A week"), {}},
            {QStringLiteral("month"), tr("A month"), {}}, {QStringLiteral("all"), tr("All"), {}}});
    m_typed->setPlaceholderText(tr("A name, a ticket, a reason"));
    m_typed->setAccessibleName(tr("Find"));
    m_typed->setClearButtonEnabled(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_which);
    row->addWidget(m_since);
    row->addWidget(m_typed, 1);
    row->addWidget(m_count);
    connect(m_which, &widgets::ChoiceStrip::currentChanged, this, [this](const QString &key) {
        for (const auto &[name, list] : lists) {
            if (key == QLatin1StringView(name))
                showList(list);
        }
    });
    connect(m_since, &widgets::ChoiceStrip::currentChanged, this, &PrivacyPage::read);
    connect(
        m_typed, &QLineEdit::textChanged, &m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_typed, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    return top;
}

QPushButton *PrivacyPage::addButton(const QString &text, void (PrivacyPage::*act)())
{
    auto *button = new QPushButton(text, m_bottom);
    connect(button, &QPushButton::clicked, this, act);
    m_bottom->layout()->addWidget(button);
    return button;
}

QWidget *PrivacyPage::makeBottom()
{
    m_bottom = new QWidget(this);
    auto *row = new QHBoxLayout(m_bottom);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    m_open = addButton(tr("Open"), &PrivacyPage::open);
    m_approve = addButton(tr("Approve the erasure…"), &PrivacyPage::approve);
    m_refuse = addButton(tr("Refuse…"), &PrivacyPage::refuse);
    m_ask = addButton(tr("Ask for erasure"), &PrivacyPage::askErasure);
    row->addStretch();
    return m_bottom;
}

void PrivacyPage::showList(List list)
{
    m_list = list;
    for (const auto &[name, one] : lists) {
        if (one == list)
            m_which->setCurrent(QString::fromLatin1(name));
    }
    m_since->setVisible(list == List::Looks);
    m_approve->setVisible(list == List::Erasures);
    m_refuse->setVisible(list == List::Erasures);
    m_ask->setVisible(list == List::Due);
    m_typed->clear();
    read();
}

void PrivacyPage::read()
{
    const quint64 mine = ++m_asked;
    const QString since = m_since->current();
    const qint64 days = since == u"day" ? 1 : since == u"week" ? 7 : since == u"month" ? 31 : 0;
    const qint64 from_ms = days ? m_desk.clock().now_ms() - days * day_ms : 0;
    m_background
        .ask([list = m_list, from_ms](store::Reader &reader) {
            return list == List::Looks   ? items::findLookList(reader, from_ms)
                : list == List::Erasures ? items::findErasureList(reader)
                                         : items::findDueList(reader);
        })
        .then(this, [this, mine](const items::TextTable &table) {
            if (mine == m_asked)
                take(table);
        });
}

void PrivacyPage::take(const items::TextTable &table)
{
    static const QHash<List, QString> nothing{
        {List::Looks, tr("Nobody's data were looked at in this time.")},
        {List::Erasures,
            tr("When a customer wants the own data gone, somebody asks for it on the customer's "
               "file, and a second person decides here.")},
        {List::Due,
            tr("Customers without premises, with nothing under way and no business for so long as "
               "the company's rule says stand here.")}};
    m_model.show(table);
    const bool isEmpty = table.rows.isEmpty();
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_nothing->setText(nothing.value(m_list));
    m_count->setText(table.all > table.rows.size()
            ? tr("the newest %1 of %2").arg(table.rows.size()).arg(table.all)
            : tr("%1 rows").arg(table.rows.size()));
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_table->setColumnWidth(
            column, std::clamp(m_table->columnWidth(column) + look::gap, leastColumn, mostColumn));
    if (!isEmpty)
        m_table->setCurrentIndex(m_found.index(0, 0));
    showButtons();
}

const items::TextTable::Row *PrivacyPage::current() const
{
    const QModelIndex index = m_found.mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_model.row(index.row()) : nullptr;
}

void PrivacyPage::showButtons()
{
    const auto *row = current();
    const Actor who = m_desk.who();
    const Grants &grants = m_desk.read().grants();
    m_open->setEnabled(row && (row->customer || !row->ticket.isEmpty()));
    const bool mayAnswer = row && row->waits && mayDo(Right::ApproveErasure, who, grants);
    m_approve->setEnabled(mayAnswer);
    m_refuse->setEnabled(mayAnswer);
    m_ask->setEnabled(row && mayDo(Right::AskErasure, who, grants));
}

void PrivacyPage::open()
{
    const auto *row = current();
    if (!row)
        return;
    if (!row->ticket.isEmpty())
        Q_EMIT ticketAsked(row->ticket);
    else if (row->customer)
        Q_EMIT customerAsked(row->customer);
}

void PrivacyPage::approve()
{
    const auto *row = current();
    if (!row)
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Approve the erasure"),
        tr("The data of %1 will be gone for good, on every desk. Tickets and figures stay, "
           "without the person.")
            .arg(row->cells.constFirst()),
        QMessageBox::Cancel, this);
    auto *yes = box->addButton(tr("Erase"), QMessageBox::DestructiveRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](QAbstractButton *button) {
        if (button == yes)
            answer(true, {});
    });
    box->open();
}

void PrivacyPage::refuse()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Refuse the erasure"));
    dialog->setLabelText(tr("Why are the data kept?"));
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this](const QString &words) { answer(false, words); });
    dialog->open();
}

void PrivacyPage::answer(bool isApproved, const QString &words)
{
    const auto *row = current();
    if (!row)
        return;
    m_desk.submit(AnswerErasure{row->subject, isApproved, words})
        .then(this, [this, isApproved](const store::Verdict &verdict) {
            tell(verdict, isApproved ? tr("The data are erased.") : tr("The data are kept."));
        });
}

void PrivacyPage::askErasure()
{
    const auto *row = current();
    if (!row)
        return;
    m_desk.submit(AskErasure{m_desk.freshId(), row->subject, QStringLiteral("retention"), {}})
        .then(this, [this](const store::Verdict &verdict) {
            tell(verdict, tr("Asked for; a second person decides under Erasures."));
        });
}

void PrivacyPage::tell(const store::Verdict &verdict, const QString &done)
{
    if (const Refusal *refusal = store::refused(verdict))
        m_banner->showMessage(widgets::Mood::Late, refusal->text());
    else
        m_banner->showMessage(widgets::Mood::Done, done);
}

} // namespace ui::privacy
