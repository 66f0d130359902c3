// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/conflict_view.h"

#include "domain/words.h"
#include "items/conflict_words.h"
#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"
#include "widgets/flow_layout.h"
#include "widgets/form_grid.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"
#include "widgets/key_cap.h"
#include "widgets/time_words.h"

#include <QGridLayout>
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

constexpr int labelColumn = 0;
constexpr int earlierColumn = 1;
constexpr int laterColumn = 2;

/// The keys by which each judgement is given.
constexpr std::pair<Holds, Qt::Key> keyOf[] = {{Holds::Earlier, Qt::Key_1},
    {Holds::Later, Qt::Key_2}, {Holds::Standing, Qt::Key_3}, {Holds::Typed, Qt::Key_4}};

Qt::Key keyFor(Holds holds)
{
    return std::ranges::find(keyOf, holds, &std::pair<Holds, Qt::Key>::first)->second;
}

QString keyWords(Holds holds)
{
    return QKeySequence(Qt::ALT | keyFor(holds)).toString(QKeySequence::NativeText);
}

QString filledIn(const ConflictCard::Side &side, const QString &label)
{
    const auto at = std::ranges::find(side.filled, label, &ConflictCard::Filled::label);
    return at == side.filled.end() ? QString() : at->text;
}

/// What differs is read whole, on as many lines as it takes, and can be copied.
void makeReadable(QLabel *label)
{
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
}

} // namespace

ConflictView::ConflictView(Office &office, QWidget *parent, QWidget *keysIn)
    : QWidget(parent)
    , m_office(office)
    , m_title(new widgets::IconText(this))
    , m_meaning(new QLabel(this))
    , m_sides(new QWidget(this))
    , m_settlement(new widgets::IconText(this))
    , m_refusal(new widgets::IconText(this))
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_title->setWraps();
    m_settlement->setWraps();
    m_refusal->setWraps();
    makeReadable(m_meaning);
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
    for (const auto &[holds, key] : keyOf) {
        bind(Qt::ALT | key, keysIn, this, [this, holds = holds] {
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

bool ConflictView::isTouched() const
{
    return m_card && m_card->isOpen() && (m_form || !m_note->text().trimmed().isEmpty());
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
    clearGrid();
    addHead();
    addSides();
    addFields();
    addChoices();
    showBottom();
}

void ConflictView::clearGrid()
{
    qDeleteAll(m_sides->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    // A grid never forgets rows that were once there.
    delete m_sides->layout();
    m_grid = new QGridLayout(m_sides);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::margin);
    m_grid->setVerticalSpacing(look::unit);
    m_grid->setColumnStretch(earlierColumn, 1);
    m_grid->setColumnStretch(laterColumn, 1);
}

QLabel *ConflictView::addText(int row, int column, const QString &text, bool isMuted)
{
    auto *label = new QLabel(text, m_sides);
    makeReadable(label);
    if (isMuted)
        label->setForegroundRole(QPalette::PlaceholderText);
    const bool isAlone = column == earlierColumn && !m_card->earlier.isThere();
    m_grid->addWidget(label, row, column, 1, isAlone ? 2 : 1, Qt::AlignTop);
    label->setVisible(true);
    return label;
}

/// A line of the two sides; of one that stands alone the later one's words.
void ConflictView::addLine(const QString &label, const QString &earlier, const QString &later)
{
    const int row = m_grid->rowCount();
    const bool isPair = m_card->earlier.isThere();
    auto *head = addText(row, labelColumn, label, true);
    head->setWordWrap(false);
    m_grid->setAlignment(head, Qt::AlignRight | Qt::AlignTop);
    const QString empty = QStringLiteral("—");
    const auto add = [&](int column, const QString &text) {
        addText(row, column, text.isEmpty() ? empty : text)
            ->setAccessibleName(label + QStringLiteral(": ") + text);
    };
    if (isPair) {
        add(earlierColumn, earlier);
        add(laterColumn, later);
    } else {
        add(earlierColumn, later);
    }
}

void ConflictView::addHead()
{
    auto *line = new widgets::Hairline(Qt::Horizontal, m_sides);
    m_grid->addWidget(line, 0, labelColumn, 1, 3);
    line->setVisible(true);
    const bool isPair = m_card->earlier.isThere();
    const int row = m_grid->rowCount();
    const auto add = [&](int column, const ConflictCard::Side &side) {
        addText(row, column, items::sideWords(side))
            ->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    };
    if (isPair)
        add(earlierColumn, m_card->earlier);
    add(isPair ? laterColumn : earlierColumn, m_card->later);
}

void ConflictView::addSides()
{
    const ConflictCard::Side &earlier = m_card->earlier, &later = m_card->later;
    addLine(tr("When"), timeOf(earlier.recorded_ms), timeOf(later.recorded_ms));
    const auto deed = [](const ConflictCard::Side &side) {
        const QString words = items::deedWords(side.events);
        return side.hasEffect ? words : tr("%1 (no effect)").arg(words);
    };
    addLine(tr("Did"), deed(earlier), deed(later));
    QStringList labels;
    for (const auto *side : {&later, &earlier}) {
        for (const ConflictCard::Filled &filled : side->filled) {
            if (!labels.contains(filled.label))
                labels << filled.label;
        }
    }
    for (const QString &label : std::as_const(labels))
        addLine(label, filledIn(earlier, label), filledIn(later, label));
}

void ConflictView::addFields()
{
    for (const ConflictCard::Field &field : m_card->fields) {
        const auto words = [](const QString &text, bool stands) {
            const QString shown = text.isEmpty() ? tr("(left empty)") : text;
            return stands ? tr("%1\n✓ stands now").arg(shown) : shown;
        };
        addLine(field.label, words(field.earlier, field.earlierStands),
            words(field.later, field.laterStands));
        if (!field.earlierStands && !field.laterStands) {
            const int row = m_grid->rowCount();
            addText(row, earlierColumn,
                tr("Now it is: %1").arg(field.now.isEmpty() ? tr("(left empty)") : field.now),
                true);
        }
    }
    if (!m_card->stateNow.isEmpty() && m_card->fields.isEmpty()) {
        addText(m_grid->rowCount(), earlierColumn,
            tr("The ticket is \"%1\" now.").arg(stateWord(m_card->stateNow)), true);
    }
}

void ConflictView::addChoice(Holds holds, const QString &text, int column)
{
    auto *button = new QPushButton(text, m_sides);
    button->setObjectName(
        holds == Holds::Earlier ? QStringLiteral("settleEarlier") : QStringLiteral("settleLater"));
    button->setAutoDefault(false);
    // Said before it is pressed, not after.
    const auto plan =
        items::planSettling(m_office.desk.read(), *m_card, holds, {}, {}, m_office.desk.who());
    if (const auto *refusal = std::get_if<Refusal>(&plan)) {
        button->setEnabled(false);
        button->setToolTip(refusal->text());
        button->setAccessibleDescription(refusal->text());
    }
    connect(button, &QPushButton::clicked, this, [this, holds] { settle(holds); });
    // The key stands below: beside a ticket there is no room for both on one line.
    auto *pair = new QWidget(m_sides);
    auto *stacked = new QVBoxLayout(pair);
    stacked->setContentsMargins(0, look::unit, 0, 0);
    stacked->setSpacing(look::unit);
    stacked->addWidget(button, 0, Qt::AlignLeft);
    stacked->addWidget(new widgets::KeyCap(Qt::ALT | keyFor(holds), pair), 0, Qt::AlignLeft);
    m_grid->addWidget(pair, m_choiceRow, column, Qt::AlignLeft | Qt::AlignTop);
    pair->setVisible(true);
}

void ConflictView::addChoices()
{
    if (!m_card->isOpen() || !m_maySettle || m_card->fields.isEmpty())
        return;
    m_choiceRow = m_grid->rowCount();
    addChoice(Holds::Earlier, tr("This holds"), earlierColumn);
    addChoice(Holds::Later, tr("This holds"), laterColumn);
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
