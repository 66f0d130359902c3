// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/handover_panel.h"

#include "desk.h"
#include "domain/account.h"
#include "look/measures.h"
#include "shifts/give_form.h"
#include "shifts/handover_slip.h"
#include "shifts/handover_view.h"
#include "shifts/state_delegate.h"
#include "slips/sheet_dialog.h"
#include "tickets/office.h"
#include "widgets/banner.h"
#include "widgets/choice_strip.h"
#include "widgets/empty_page.h"
#include "widgets/hairline.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

namespace ui::shifts
{

using namespace domain;
using items::HandoverLine;
using items::HandoverList;

namespace
{

constexpr int givenWidth = 92, byWidth = 72, takenWidth = 140;
constexpr int listRows = 3; ///< of more one scrolls
const QString giving = QStringLiteral("give");
const QString taking = QStringLiteral("take");

} // namespace

HandoverPanel::HandoverPanel(
    Desk &desk, widgets::Banner &banner, std::function<qint64()> drafts, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(banner)
    , m_list(tickets::sourceOf(desk))
    , m_mode(new widgets::ChoiceStrip(tr("Handing over"), this))
    , m_noKey(new QLabel(this))
    , m_form(new GiveForm(desk, std::move(drafts), this))
    , m_view(new HandoverView(desk.read().zone(), this))
{
    setAccessibleName(tr("Shift handover"));
    m_mode->setChoices({{giving, tr("Hand over") + QStringLiteral("  Ctrl+H"), {}},
        {taking, tr("Take over") + QStringLiteral("  Ctrl+T"), {}}});
    m_noKey->setWordWrap(true);
    m_noKey->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_mode);
    column->addWidget(m_noKey);
    column->addWidget(makeBody(), 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(makeList());
    connect(&desk, &Desk::committed, &m_list, &HandoverList::takeIn);
    connect(&m_list, &HandoverList::renewed, this, &HandoverPanel::showRenewed);
    connect(m_mode, &widgets::ChoiceStrip::currentChanged, this, &HandoverPanel::modeChanged);
    connect(m_form, &GiveForm::giveAsked, this, &HandoverPanel::give);
    connect(m_form, &GiveForm::gathered, this, &HandoverPanel::submitGiven);
    connect(m_view, &HandoverView::takeAsked, this, &HandoverPanel::take);
    // Only here: a key that signs isn't pressed by mistake elsewhere on the page.
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *signing = new QShortcut(Qt::CTRL | enter, this);
        signing->setContext(Qt::WidgetWithChildrenShortcut);
        connect(signing, &QShortcut::activated, this, &HandoverPanel::sign);
    }
    m_mode->setCurrent(giving);
    m_list.sitDown(desk.actor());
}

QWidget *HandoverPanel::makeBody()
{
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_view);
    m_nothing =
        new widgets::EmptyPage({QStringLiteral("today"), tr("Nothing waits to be taken over"),
                                   tr("What another person hands over stands here, to be "
                                      "read, remarked on and signed."),
                                   Qt::CTRL | Qt::Key_H, tr("hands over instead")},
            m_stack);
    m_stack->addWidget(m_nothing);
    return m_stack;
}

QWidget *HandoverPanel::makeList()
{
    auto *list = new QWidget(this);
    m_table = widgets::makeListView(
        m_list, tr("Shift handovers"), {givenWidth, 0, byWidth, takenWidth}, list);
    m_table->setItemDelegate(new StateDelegate(HandoverList::Taken, m_table));
    m_table->setFixedHeight((listRows + 1) * look::rowHeight);
    m_print = new QPushButton(tr("Print") + QStringLiteral("  Ctrl+P"), list);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(m_table);
    column->addWidget(m_print, 0, Qt::AlignLeft);
    connect(m_print, &QPushButton::clicked, this, &HandoverPanel::print);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &HandoverPanel::showCurrent);
    // Whoever goes through the list wants to read.
    connect(m_table, &QTableView::activated, this, &HandoverPanel::startTaking);
    connect(m_table, &QTableView::clicked, this, [this] {
        m_mode->setCurrent(taking);
        modeChanged();
    });
    return list;
}

void HandoverPanel::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    m_mode->setVisible(isEditable);
    if (!isEditable)
        m_mode->setCurrent(taking);
    modeChanged();
}

void HandoverPanel::begin()
{
    if (std::exchange(m_isGiving, false))
        m_isSaving = false;
    m_form->begin();
    m_view->clear();
    m_wantsMode = true;
    m_list.sitDown(m_desk.actor());
}

bool HandoverPanel::isTaking() const
{
    return m_mode->current() == taking;
}

QString HandoverPanel::lackOfKey() const
{
    if (!m_isEditable || m_desk.read().findRow(accountOf(m_desk.actor())))
        return {};
    return tr("You have no password yet, and so no key to sign with. Choose one first: Ctrl+K, "
              "\"My password\", or the menu under your name.");
}

void HandoverPanel::modeChanged()
{
    m_noKey->setText(lackOfKey());
    m_noKey->setVisible(!m_noKey->text().isEmpty());
    if (!isTaking())
        m_form->gather();
    showCurrent();
}

void HandoverPanel::showRenewed()
{
    const QVector<HandoverLine> waiting = m_list.waiting();
    const int own = m_list.rowOf(m_list.ownWaiting());
    m_form->setWaiting(own < 0 ? std::nullopt : std::optional(m_list.at(own)));
    int row = m_list.rowOf(std::exchange(m_goTo, {}));
    if (row < 0)
        row = m_list.rowOf(m_view->handover());
    if (row < 0 && !waiting.isEmpty())
        row = m_list.rowOf(waiting.constFirst().id);
    if (m_list.rowCount() > 0)
        m_table->selectRow(std::max(row, 0));
    m_table->setVisible(m_list.rowCount() > 0);
    m_print->setVisible(m_list.rowCount() > 0);
    // Whoever comes takes over, whoever goes hands over.
    if (m_list.isComplete() && std::exchange(m_wantsMode, false)) {
        if (!waiting.isEmpty())
            m_table->selectRow(m_list.rowOf(waiting.constFirst().id));
        m_mode->setCurrent(waiting.isEmpty() && m_isEditable ? giving : taking);
    }
    modeChanged();
}

const HandoverLine *HandoverPanel::current() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 || row >= m_list.rowCount() ? nullptr : &m_list.at(row);
}

void HandoverPanel::showCurrent()
{
    const HandoverLine *line = current();
    if (!line)
        m_view->clear();
    else
        m_view->show(*line, m_isEditable && line->waits() && line->giver != m_desk.actor());
    m_stack->setCurrentIndex(!isTaking() ? 0 : line ? 1 : 2);
    setFocusProxy(isTaking() ? static_cast<QWidget *>(m_view) : m_form);
}

void HandoverPanel::gather()
{
    m_form->gather();
}

void HandoverPanel::startGiving()
{
    if (!m_isEditable)
        return;
    m_mode->setCurrent(giving);
    modeChanged();
    widgets::giveKeyboard(m_form);
}

/// Of what waits the newest stands there, unless another one was chosen.
void HandoverPanel::startTaking()
{
    const HandoverLine *line = current();
    const QVector<HandoverLine> waiting = m_list.waiting();
    if (!m_table->hasFocus() && !waiting.isEmpty() && (!line || !line->waits()))
        m_table->selectRow(m_list.rowOf(waiting.constFirst().id));
    m_mode->setCurrent(taking);
    modeChanged();
    widgets::giveKeyboard(m_view);
}

void HandoverPanel::openRow(const Id &handover)
{
    m_goTo = handover;
    m_wantsMode = false;
    m_mode->setCurrent(taking);
    showRenewed();
}

void HandoverPanel::sign()
{
    if (!m_isEditable)
        return;
    isTaking() ? take() : give();
}

void HandoverPanel::refuse(const Refusal &refusal)
{
    const QString lack = lackOfKey();
    m_banner.showMessage(
        widgets::Mood::Late, lack.isEmpty() ? refusal.text() : refusal.what + u' ' + lack);
    // Said once is enough.
    m_noKey->hide();
}

/// Gathered anew a moment before, so that nothing is left out that came while the form stood there.
void HandoverPanel::give()
{
    if (m_isSaving)
        return;
    m_isSaving = m_isGiving = true;
    m_form->gather();
}

void HandoverPanel::submitGiven()
{
    if (!std::exchange(m_isGiving, false))
        return;
    const bool isNew = m_form->waiting().isNull();
    PutRow command{
        Register::Handover, isNew ? m_desk.freshId() : m_form->waiting(), m_form->values(), {}};
    if (const auto before = isNew ? std::nullopt : m_desk.read().findRow(command.row)) {
        for (const auto &[field, value] : before->row.values) {
            if (!command.values.has(field))
                command.cleared.append(field);
        }
    }
    m_desk.submit(command).then(this, [this, row = command.row](const store::Verdict &verdict) {
        m_isSaving = false;
        if (const Refusal *refusal = store::refused(verdict))
            return refuse(*refusal);
        m_goTo = row;
        m_banner.showMessage(widgets::Mood::Done,
            tr("Handed over and signed. It waits until the next one takes it over: Ctrl+Alt+U "
               "changes the clerk at this desk."));
    });
}

void HandoverPanel::take()
{
    const HandoverLine *line = current();
    if (m_isSaving || !line)
        return;
    if (!line->waits())
        return m_banner.showMessage(widgets::Mood::Late, tr("This one was taken over already."));
    const PutRow command =
        items::takingOver(*line, m_desk.actor(), m_desk.clock().now_ms(), m_view->remark());
    m_isSaving = true;
    m_desk.submit(command).then(this, [this, line = *line](const store::Verdict &verdict) {
        m_isSaving = false;
        if (const Refusal *refusal = store::refused(verdict))
            return refuse(*refusal);
        m_goTo = line.id;
        m_banner.showMessage(widgets::Mood::Done,
            tr("Taken over from %1 and signed. Ctrl+P prints it.").arg(line.givenBy));
    });
}

void HandoverPanel::print()
{
    const HandoverLine *line = current();
    if (!line)
        return;
    const auto on = [this, handover = line->id](HandoverPaper paper) {
        return [this, handover, paper] {
            return handoverPages(m_desk.read(), handover, paper, m_desk.actor());
        };
    };
    auto *dialog = new slips::SheetDialog(tr("Shift handover"),
        {{slips::a5Words(), on(HandoverPaper::A5)},
            {slips::twoOnA4Words(), on(HandoverPaper::TwoOnA4)}, {tr("A4"), on(HandoverPaper::A4)}},
        this);
    dialog->open();
}

} // namespace ui::shifts
