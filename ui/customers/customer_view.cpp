// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/customer_view.h"

#include "customers/file_fields.h"
#include "customers/file_section.h"
#include "customers/file_words.h"
#include "domain/register_rules.h"
#include "look/measures.h"
#include "look/type.h"
#include "registers/register_form.h"
#include "tickets/column_widths.h"
#include "tickets/group_tags.h"
#include "tickets/ticket_delegate.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::customers
{

using namespace domain;
using items::Clarity;
using items::TicketListModel;
using registers::RegisterForm;

namespace
{

constexpr int mostRowsShown = 8;
constexpr int mostLines = 6;

void put(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

CustomerView::CustomerView(tickets::Office &office, items::CustomerCard &card, QWidget *parent)
    : QScrollArea(parent)
    , m_office(office)
    , m_card(card)
    , m_tickets(tickets::sourceOf(office.desk))
    , m_words(m_tickets, office.desk.read())
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Customer's file"));
    auto *page = new QWidget(this);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    m_column->setSpacing(look::unit);
    m_column->addWidget(makeHead());
    m_form = new RegisterForm(office, RegisterForm::Place::ScrollingPage, page);
    m_column->addWidget(m_form);
    addSections();
    m_column->addStretch();
    setWidget(page);
    connect(m_form, &RegisterForm::saved, this, [this](const Id &row) {
        const auto found = m_office.desk.read().findRow(row);
        Q_EMIT saved(found ? found->row.reg : Register::Customer, row);
    });
    connect(m_form, &RegisterForm::left, this, &CustomerView::left);
    connect(&m_card, &items::CustomerCard::changed, this, &CustomerView::show);
    connect(&m_card, &items::CustomerCard::historyChanged, this, &CustomerView::showHistory);
    connect(&office.desk, &Desk::committed, &m_tickets, &TicketListModel::takeIn);
}

QWidget *CustomerView::makeHead()
{
    auto *head = new QWidget(this);
    const auto line = [head] {
        auto *label = new QLabel(head);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::NoFocus);
        return label;
    };
    m_name = line();
    m_name->setFont(look::type(look::TypeSize::Large));
    m_reach = line();
    m_wishes = line();
    m_wishes->setForegroundRole(QPalette::PlaceholderText);
    m_groups = new tickets::GroupTags(head);
    m_needs = new widgets::IconText(head);
    m_needs->setWraps();
    m_edit = new QToolButton(head);
    m_edit->setText(tr("Change"));
    m_edit->setToolTip(QStringLiteral("E"));
    m_edit->setAutoRaise(true);
    m_edit->setFocusPolicy(Qt::StrongFocus);
    connect(m_edit, &QToolButton::clicked, this, &CustomerView::editBasics);
    auto *first = new QHBoxLayout;
    first->addWidget(m_name, 1);
    first->addWidget(m_edit, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, look::gap);
    column->setSpacing(look::unit);
    column->addLayout(first);
    column->addWidget(m_groups);
    column->addWidget(m_needs);
    column->addWidget(m_reach);
    column->addWidget(m_wishes);
    return head;
}

void CustomerView::addSections()
{
    QWidget *page = m_form->parentWidget();
    m_premises = new FileSection(tr("Premises and meters"),
        tr("Where this customer is served, with account and meter numbers: whoever names one finds "
           "this file."),
        page);
    m_premises->setDeed({tr("Add premises"), [this] { addPremises(); }}, QKeySequence(Qt::Key_P));
    m_contacts = new FileSection(tr("Household members and contacts"),
        tr("Who else calls for this customer: their phones find this file."), page);
    m_contacts->setDeed({tr("Add a person"), [this] { addContact(); }}, QKeySequence(Qt::Key_M));
    m_said = new FileSection(tr("What they said"),
        tr("How satisfied they were, ticket by ticket, will stand here."), page);
    m_calls = new FileSection(
        tr("Calls and visits"), tr("Return visits and other contacts will stand here."), page);
    m_merged = new FileSection(tr("Merged files"), {}, page);
    m_column->addWidget(m_premises);
    m_column->addWidget(m_contacts);
    m_column->addWidget(makeBusiness());
    for (FileSection *section : {m_said, m_calls, m_merged})
        m_column->addWidget(section);
}

QWidget *CustomerView::makeBusiness()
{
    auto *part = new QWidget(m_form->parentWidget());
    m_businessHead = new QLabel(part);
    m_businessHead->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_business = new QTableView(part);
    m_business->setModel(&m_words);
    m_business->setItemDelegate(new tickets::TicketDelegate(m_business));
    widgets::dressAsList(*m_business, tr("Business done"));
    QHeaderView *header = m_business->horizontalHeader();
    header->hide();
    const QList<int> shown{TicketListModel::Number, TicketListModel::Category,
        TicketListModel::State, TicketListModel::Happened};
    for (int column = 0; column < TicketListModel::columns; ++column) {
        m_business->setColumnHidden(column, !shown.contains(column));
        m_business->setColumnWidth(column, tickets::columnWidth(column, m_business->fontMetrics()));
    }
    header->setSectionResizeMode(TicketListModel::Category, QHeaderView::Stretch);
    header->setSectionResizeMode(TicketListModel::Happened, QHeaderView::ResizeToContents);
    m_noBusiness = new QLabel(tr("Tickets of this customer will stand here."), part);
    m_noBusiness->setForegroundRole(QPalette::PlaceholderText);
    part->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    const auto open = [this](const QModelIndex &row) {
        if (row.isValid())
            Q_EMIT ticketAsked(m_tickets.lineAt(row.row()).number);
    };
    connect(m_business, &QTableView::activated, this, open);
    connect(&m_tickets, &TicketListModel::totalChanged, this, &CustomerView::showHistory);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, look::gap, 0, look::gap);
    column->setSpacing(look::unit);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, part));
    column->addWidget(m_businessHead);
    column->addWidget(m_noBusiness);
    column->addWidget(m_business);
    return part;
}

void CustomerView::show()
{
    widget()->setVisible(!m_card.isEmpty() || m_form->isOpen());
    if (m_card.isEmpty())
        return;
    if (m_card.number() != m_shown) {
        m_shown = m_card.number();
        m_tickets.find(
            {.filters = {{QStringLiteral("customer"), QString::number(m_card.number())}}});
        verticalScrollBar()->setValue(0);
    }
    showHead();
    showPremises();
    showContacts();
    showMerged();
    showHistory();
}

void CustomerView::showHead()
{
    const items::ShownContact shown = m_card.contact(m_card.file().customer, Clarity::Clear);
    const items::ShownContact covered = m_card.contact(m_card.file().customer, Clarity::Masked);
    put(m_name, shown.name.isEmpty() ? tr("Name unknown") : shown.name);
    put(m_reach, reachWords(m_card, shown, covered));
    put(m_wishes, wishWords(m_card));
    m_groups->setGroups(m_card.groups());
    const QString needs = m_card.text(customer::Needs);
    m_needs->setContent(QStringLiteral("warning"), needs, look::Tone::Soon);
    m_needs->setVisible(!needs.isEmpty());
}

void CustomerView::showPremises()
{
    QList<FileSection::Line> lines;
    for (const store::NumberedRow &row : m_card.file().premises) {
        const QString what = premisesWords(m_card, row);
        lines.append({what, meterWords(m_card, row),
            {{tr("Change"), [this, row] { edit(row, tr("Change premises")); }},
                {tr("Remove"), [this, row, what] { remove(row, what); }}}});
    }
    m_premises->setLines(lines);
}

void CustomerView::showContacts()
{
    QList<FileSection::Line> lines;
    for (const store::NumberedRow &row : m_card.file().contacts) {
        const QString who = contactWords(m_card, row);
        lines.append({who, m_card.open(contact::Remark, row.row.values[contact::Remark]),
            {{tr("Change"), [this, row] { edit(row, tr("Change a person's entry")); }},
                {tr("Remove"), [this, row, who] { remove(row, who); }}}});
    }
    m_contacts->setLines(lines);
}

void CustomerView::showMerged()
{
    QList<FileSection::Line> lines;
    for (const store::NumberedRow &row : m_card.file().merged) {
        lines.append({mergedWords(m_card, row),
            m_card.open(customer::MergeReason, row.row.values[customer::MergeReason]),
            {{tr("Take back"), [this, row] { part(row); }}}});
    }
    m_merged->setLines(lines);
    m_merged->setVisible(!lines.isEmpty());
}

void CustomerView::showHistory()
{
    const items::CustomerHistory &history = m_card.history();
    QStringList counts{tr("Business done")};
    if (history.all)
        counts << tr("%n ticket(s)", nullptr, int(history.all));
    if (history.open)
        counts << tr("%n open", nullptr, int(history.open));
    if (history.complaints)
        counts << tr("%n complaint(s)", nullptr, int(history.complaints));
    m_businessHead->setText(counts.join(QStringLiteral(" · ")));
    const int rows = int(std::min<qint64>(m_tickets.total(), mostRowsShown));
    m_business->setFixedHeight(rows * m_business->rowHeight(0) + look::unit);
    m_business->setVisible(rows > 0);
    m_noBusiness->setVisible(rows == 0);
    QList<FileSection::Line> said, calls;
    for (const auto &one : history.said.mid(0, mostLines))
        said.append({saidWords(m_card, one), one.remark, {}});
    for (const auto &one : history.planned.mid(0, mostLines))
        calls.append({plannedWords(m_card, one), one.remark, {}});
    for (const auto &one : history.calls.mid(0, mostLines))
        calls.append({callWords(m_card, one), one.remark, {}});
    m_said->setLines(said);
    m_calls->setLines(calls);
}

void CustomerView::editBasics()
{
    if (!m_card.isEmpty())
        edit(m_card.file().customer, tr("Change the file"));
}

void CustomerView::edit(const store::NumberedRow &row, const QString &title)
{
    if (m_form->isTouched())
        return remindOfForm();
    RegisterRow open = row.row;
    open.values = m_card.opened(row);
    m_form->begin({open, false, fieldsOf(row.row.reg), title});
    ensureWidgetVisible(m_form);
}

void CustomerView::addCustomer()
{
    if (m_form->isTouched())
        return remindOfForm();
    widget()->show();
    m_form->begin({{m_office.desk.freshId(), Register::Customer, {}, false}, true,
        fieldsOf(Register::Customer), tr("New customer")});
    ensureWidgetVisible(m_form);
}

void CustomerView::add(Register reg)
{
    if (m_card.isEmpty())
        return;
    if (m_form->isTouched())
        return remindOfForm();
    RegisterRow row{m_office.desk.freshId(), reg, {}, false};
    row.values.set(registerSpec(reg).under, QVariant::fromValue(m_card.file().customer.row.id));
    if (reg == Register::Premises && m_card.file().premises.isEmpty())
        row.values.set(premises::Address, m_card.text(customer::Address));
    m_form->begin({row, true, fieldsOf(reg),
        reg == Register::Premises ? tr("New premises") : tr("New person")});
    ensureWidgetVisible(m_form);
}

void CustomerView::remove(const store::NumberedRow &row, const QString &what)
{
    // Putting an empty change brings the row back with everything that stood in it.
    submit(RemoveRow{row.row.reg, row.row.id}, tr("Removed: %1").arg(what),
        PutRow{row.row.reg, row.row.id,
            {{registerSpec(row.row.reg).under, row.row.values[registerSpec(row.row.reg).under]}},
            {}});
}

void CustomerView::part(const store::NumberedRow &row)
{
    submit(parted(row.row.id), tr("The merging is taken back."),
        mergedInto(row.row.id, row.row.values[customer::MergedInto].value<Id>(),
            m_card.open(customer::MergeReason, row.row.values[customer::MergeReason])));
}

void CustomerView::submit(const Command &command, const QString &what, const Command &undo)
{
    m_office.desk.submit(command).then(this, [this, what, undo](const store::Verdict &verdict) {
        if (const Refusal *refusal = store::refused(verdict))
            Q_EMIT refused(refusal->text());
        else
            Q_EMIT done(what, undo);
    });
}

void CustomerView::remindOfForm()
{
    ensureWidgetVisible(m_form);
    m_form->setFocus(Qt::OtherFocusReason);
    Q_EMIT refused(tr("Save or give up what stands half filled in first."));
}

void CustomerView::enterBusiness()
{
    if (m_tickets.total() == 0)
        return;
    m_business->setFocus(Qt::OtherFocusReason);
    if (!m_business->currentIndex().isValid())
        m_business->selectRow(0);
}

} // namespace ui::customers
