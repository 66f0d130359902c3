// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/conflict_view.h"

#include "items/conflict_words.h"
#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"
#include "tickets/conflict_sides.h"
#include "widgets/flow_layout.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"
#include "widgets/time_words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;
using items::ConflictCard;
using items::Holds;

namespace
{

constexpr Holds judgements[] = {Holds::Earlier, Holds::Later, Holds::Standing, Holds::Typed};

QString keyWords(Holds holds)
{
    return keysFor(holds).toString(QKeySequence::NativeText);
}

} // namespace

ConflictView::ConflictView(Office &office, QWidget *parent, QWidget *keysIn)
    : QWidget(parent)
    , m_office(office)
    , m_title(new widgets::IconText(this))
    , m_meaning(new QLabel(this))
    , m_sides(new ConflictSides(office.desk, this))
    , m_settlement(new widgets::IconText(this))
    , m_refusal(new widgets::IconText(this))
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_title->setWraps();
    m_settlement->setWraps();
    m_refusal->setWraps();
    m_meaning->setWordWrap(true);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(m_meaning);
    column->addWidget(m_sides);
    column->addWidget(m_settlement);
    column->addWidget(makeBottom());
    column->addWidget(m_refusal);
    connect(m_sides, &ConflictSides::chosen, this, &ConflictView::settle);
    bindKeys(keysIn ? keysIn : this);
    clear();
}

QWidget *ConflictView::makeBottom()
{
    m_bottom = new QWidget(this);
    m_note = new QLineEdit(m_bottom);
    m_note->setObjectName(QStringLiteral("settleNote"));
    m_note->setPlaceholderText(tr("What was found out; stays on record"));
    m_note->setAccessibleName(tr("Note on what holds"));
    m_note->setMaxLength(1000);
    m_standing = new QPushButton(m_bottom);
    m_standing->setObjectName(QStringLiteral("settleStanding"));
    m_type = new QPushButton(tr("Type what holds… (%1)").arg(keyWords(Holds::Typed)), m_bottom);
    m_type->setObjectName(QStringLiteral("settleTyped"));
    m_saveTyped = new QPushButton(tr("This holds (Ctrl+Enter)"), m_bottom);
    for (QPushButton *button : {m_standing, m_type, m_saveTyped})
        button->setAutoDefault(false);
    connect(m_standing, &QPushButton::clicked, this, [this] { settle(Holds::Standing); });
    connect(m_type, &QPushButton::clicked, this, &ConflictView::beginTyping);
    connect(m_saveTyped, &QPushButton::clicked, this, [this] { settle(Holds::Typed); });
    auto *buttons = new QWidget(m_bottom);
    auto *flow = new widgets::FlowLayout(buttons);
    for (QPushButton *button : {m_standing, m_type, m_saveTyped})
        flow->addWidget(button);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    buttons->setSizePolicy(policy);
    auto *column = new QVBoxLayout(m_bottom);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(m_note);
    column->addWidget(buttons);
    return m_bottom;
}

void ConflictView::bindKeys(QWidget *keysIn)
{
    const auto bind = [](const QKeySequence &keys, QWidget *where, auto *context, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, context, act);
    };
    for (const Holds holds : judgements) {
        bind(keysFor(holds), keysIn, this, [this, holds] {
            if (holds == Holds::Typed)
                beginTyping();
            else
                settle(holds);
        });
    }
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        bind(Qt::CTRL | enter, this, this, [this] {
            if (m_form)
                settle(Holds::Typed);
        });
    }
}

void ConflictView::clear()
{
    m_card.reset();
    setVisible(false);
}

void ConflictView::show(const ConflictCard &card, bool maySettle)
{
    const bool isSame = number() == card.line.number;
    m_card = card;
    m_maySettle = maySettle;
    if (!isSame || !card.isOpen() || !maySettle) {
        giveUpTyping();
        m_note->clear();
    }
    if (!isSame)
        m_refusal->hide();
    renew();
    setVisible(true);
}

QString ConflictView::timeOf(qint64 at_ms) const
{
    store::Reader &read = m_office.desk.read();
    return widgets::timeWords(at_ms, read.now_ms(), read.zone());
}

void ConflictView::renew()
{
    const bool isOpen = m_card->isOpen();
    m_title->setContent(isOpen ? QStringLiteral("conflict") : QStringLiteral("done"),
        items::conflictTitle(*m_card), isOpen ? look::Tone::Conflict : look::Tone::Done);
    setAccessibleName(items::conflictTitle(*m_card));
    const QString knowledge = items::knowledgeWords(*m_card);
    const QString meaning = isOpen ? items::conflictMeaning(*m_card) : QString();
    m_meaning->setText(knowledge.isEmpty() ? meaning : knowledge + u' ' + meaning);
    m_sides->show(*m_card, isOpen && m_maySettle);
    showBottom();
}

void ConflictView::showBottom()
{
    const bool isOpen = m_card->isOpen();
    m_bottom->setVisible(isOpen && m_maySettle);
    m_settlement->setVisible(!isOpen);
    if (!isOpen) {
        const ConflictCard::Settlement &settled = m_card->settled;
        const QString who = settled.desk.isEmpty()
            ? settled.person
            : settled.person + QStringLiteral(" · ") + settled.desk;
        const QString words = tr("Settled by %1, %2").arg(who, timeOf(settled.at_ms));
        m_settlement->setContent(QStringLiteral("done"),
            settled.remark.isEmpty() ? words : tr("%1: %2").arg(words, settled.remark),
            look::Tone::Done);
    }
    const bool anyStands = std::ranges::any_of(m_card->fields,
        [](const ConflictCard::Field &field) { return field.earlierStands || field.laterStands; });
    m_standing->setText((m_card->fields.isEmpty() ? tr("Looked at: leave it as it is now (%1)")
                                                  : tr("What stands now holds (%1)"))
                            .arg(keyWords(Holds::Standing)));
    m_standing->setVisible(!m_form && !anyStands);
    m_type->setVisible(!m_form && items::mayBeTyped(*m_card));
    m_saveTyped->setVisible(m_form);
}

void ConflictView::beginTyping()
{
    if (!m_card || !m_card->isOpen() || !m_maySettle || m_form || !items::mayBeTyped(*m_card))
        return;
    m_form = new widgets::FormGrid(m_bottom);
    store::Reader &read = m_office.desk.read();
    const auto ticket = m_card->isAboutTicket() ? read.findTicket(m_card->number) : std::nullopt;
    const auto row = ticket ? std::nullopt : read.findRow(m_card->line.subject);
    for (const ConflictCard::Field &field : std::as_const(m_card->fields)) {
        const FieldSpec *spec = m_card->isAboutTicket()
            ? ticketFields().find(field.id)
            : registerSpec(*m_card->reg).fields.find(field.id);
        FieldEditor editor = spec ? makeEditor(*spec, m_office, m_form) : FieldEditor();
        if (!editor.widget)
            continue;
        const QVariant now = ticket ? ticket->ticket.values[field.id]
            : row                   ? row->row.values[field.id]
                                    : QVariant();
        // Personal data come to the screen in one place alone, and this isn't it.
        if (!spec->is(Personal))
            editor.setValue(now);
        m_form->addRow(labelOf(*spec), editor.widget, widgets::FormGrid::Need::Required);
        m_editors.append(editor);
    }
    auto *escape = new QShortcut(Qt::Key_Escape, m_form);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ConflictView::giveUpTyping);
    static_cast<QVBoxLayout *>(m_bottom->layout())->insertWidget(0, m_form);
    m_form->show();
    showBottom();
    if (!m_editors.isEmpty())
        m_editors.constFirst().widget->setFocus(Qt::OtherFocusReason);
}

void ConflictView::giveUpTyping()
{
    if (!m_form)
        return;
    m_editors.clear();
    std::exchange(m_form, nullptr)->deleteLater();
    if (m_card) {
        showBottom();
        m_note->setFocus(Qt::OtherFocusReason);
    }
}

Values ConflictView::typed() const
{
    Values values;
    for (const FieldEditor &editor : m_editors) {
        if (const QVariant value = editor.value(); !isBlank(value))
            values.set(editor.field, value);
    }
    return values;
}

void ConflictView::settle(Holds holds)
{
    if (!m_card || !m_card->isOpen() || !m_maySettle)
        return;
    const bool choosesSide = holds == Holds::Earlier || holds == Holds::Later;
    if ((choosesSide && m_card->fields.isEmpty()) || (holds == Holds::Typed && !m_form))
        return;
    if (holds == Holds::Typed && typed().isEmpty()) {
        return refuse({{}, tr("What holds is missing."), tr("Type it in, or leave with Esc.")});
    }
    const auto plan = items::planSettling(m_office.desk.read(), *m_card, holds,
        holds == Holds::Typed ? typed() : Values(), m_note->text(), m_office.desk.who());
    if (const auto *refusal = std::get_if<Refusal>(&plan))
        return refuse(*refusal);
    m_refusal->hide();
    submit(std::get<items::SettlingPlan>(plan));
}

/// First what should hold, then the settlement: were it the other way round, a refusal would leave it settled and wrong.
void ConflictView::submit(const items::SettlingPlan &plan)
{
    m_bottom->setEnabled(false);
    m_sides->setEnabled(false);
    // By the time that it is on record the list may show the next one here.
    const QString title = items::conflictTitle(*m_card);
    const auto settle = [this, settle = plan.settle, title] {
        m_office.desk.submit(settle).then(
            this, [this, title](const store::Verdict &verdict) { finish(verdict, title); });
    };
    if (!plan.first)
        return settle();
    m_office.desk.submit(*plan.first)
        .then(this, [this, settle, title](const store::Verdict &verdict) {
            if (store::refused(verdict))
                finish(verdict, title);
            else
                settle();
        });
}

void ConflictView::finish(const store::Verdict &verdict, const QString &title)
{
    m_bottom->setEnabled(true);
    m_sides->setEnabled(true);
    if (const Refusal *refusal = store::refused(verdict))
        return refuse(*refusal);
    giveUpTyping();
    m_note->clear();
    Q_EMIT settled(tr("Settled: %1").arg(title));
}

void ConflictView::refuse(const Refusal &refusal)
{
    m_refusal->setContent(QStringLiteral("warning"), refusal.text(), look::Tone::Late);
    m_refusal->show();
}

} // namespace ui::tickets
