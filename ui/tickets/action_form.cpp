// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/action_form.h"

#include "domain/pinyin.h"
#include "domain/rights.h"
#include "items/business.h"
#include "items/performers.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/checklist.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"
#include "widgets/type_ahead_edit.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;
using widgets::FormGrid;

namespace
{

/// An action that takes one of more fields than this asks first which one.
constexpr int mostOneOf = 6;

bool asksWhichField(const ActionSpec &action)
{
    return std::ranges::count(action.fields, domain::Need::OneOf, &FieldUse::need) > mostOneOf;
}

} // namespace

ActionForm::ActionForm(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_title(new QLabel(this))
    , m_refusal(new widgets::IconText(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *cancel = new QPushButton(tr("Give up"), this);
    cancel->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap, 0, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &ActionForm::save);
    connect(cancel, &QPushButton::clicked, this, &ActionForm::giveUp);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *save = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        save->setContext(Qt::WidgetWithChildrenShortcut);
        connect(save, &QShortcut::activated, this, &ActionForm::save);
    }
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ActionForm::giveUp);
    hide();
}

QString ActionForm::action() const
{
    return m_action ? QString::fromLatin1(m_action->code) : QString();
}

void ActionForm::begin(const ActionSpec &action, const Subject &subject, const QString &title)
{
    m_action = &action;
    m_subject = subject;
    m_chosenField = 0;
    m_title->setText(title);
    setAccessibleName(title);
    build();
    setBusy(false);
    show();
    m_grid->fields().constFirst()->setFocus(Qt::OtherFocusReason);
}

void ActionForm::build()
{
    delete m_grid;
    m_grid = new FormGrid(this);
    m_editors.clear();
    m_refusal->hide();
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_grid);
    const bool asks = asksWhichField(*m_action);
    if (asks)
        addChooser();
    for (const FieldUse &use : m_action->fields) {
        if (!asks || use.need != domain::Need::OneOf || use.field == m_chosenField)
            addEditor(use);
    }
    addPerformer();
    auto *walk = new widgets::EnterWalk(m_grid->fields(), m_grid);
    connect(walk, &widgets::EnterWalk::finished, m_save,
        [this] { m_save->setFocus(Qt::TabFocusReason); });
}

/// Asks which field; its editor then stands below with what the ticket holds now.
void ActionForm::addChooser()
{
    auto *chooser = new widgets::TypeAheadEdit(m_grid);
    QList<widgets::Candidate> fields;
    for (const FieldUse &use : m_action->fields) {
        if (use.need == domain::Need::OneOf)
            fields.append({use.field, {}, labelOf(*ticketFields().find(use.field)), {}});
    }
    chooser->setCandidates(fields);
    chooser->setMatch([](const widgets::Candidate &candidate, const QString &typed) {
        return pinyinMatches(candidate.text, typed);
    });
    chooser->setObjectName(QStringLiteral("which"));
    chooser->chooseId(m_chosenField);
    m_grid->addRow(tr("Which field"), chooser, FormGrid::Need::Required);
    const auto chosen = [this, chooser] {
        const quint8 field = chooser->chosen() ? chooser->chosen()->id.value<quint8>() : 0;
        if (field == 0 || field == m_chosenField || chooser->parentWidget() != m_grid)
            return;
        m_chosenField = field;
        build();
        m_grid->fields().at(1)->setFocus(Qt::OtherFocusReason);
    };
    // Later, since building anew takes away the very field that has just been left.
    connect(chooser, &widgets::TypeAheadEdit::chosenChanged, this, chosen, Qt::QueuedConnection);
}

void ActionForm::addEditor(const FieldUse &use)
{
    const FieldSpec &spec = *ticketFields().find(use.field);
    FieldEditor editor = makeEditor(spec, m_office, m_grid);
    if (!editor.widget)
        return;
    // A correction begins with what stands there; a step tells something new.
    if (use.field == m_chosenField)
        editor.setValue(m_subject.values[use.field]);
    else if (use.field == field::Papers || use.field == field::MissingPapers)
        presetPapers(use.field, editor);
    m_grid->addRow(labelOf(spec), editor.widget,
        use.need == domain::Need::Required ? FormGrid::Need::Required : FormGrid::Need::Optional);
    m_editors.append(editor);
}

/// Of the papers that the business takes: what is there is ticked, and what isn't is what is missing.
void ActionForm::presetPapers(quint8 number, FieldEditor &editor)
{
    auto *list = qobject_cast<widgets::Checklist *>(editor.widget);
    if (!list)
        return;
    const QStringList received = items::papersIn(m_subject.values.text(field::Papers));
    const QStringList takes =
        items::businessOf(m_office.desk.read(), m_subject.values.text(field::Category)).papers;
    QStringList missing = items::papersIn(m_subject.values.text(field::MissingPapers));
    if (missing.isEmpty())
        missing = takes;
    missing.removeIf([&received](const QString &paper) { return received.contains(paper); });
    QStringList known = takes;
    for (const QString &paper : missing) {
        if (!known.contains(paper))
            known << paper;
    }
    list->setItems(known);
    list->setTicked(number == field::Papers ? received : missing);
}

void ActionForm::addPerformer()
{
    m_by =
        makePersonEdit(m_office, performersOf(*m_action, m_subject.values), m_subject.grid, m_grid);
    m_by->setObjectName(QStringLiteral("by"));
    m_at = makeMomentEdit(m_grid);
    m_at->setObjectName(QStringLiteral("at"));
    setMoment(*m_at, m_office.desk.read().now_ms(), m_office.desk.read().zone());
    m_presetAt = m_at->dateTime();
    m_grid->addRow(tr("Done by"), m_by, FormGrid::Need::Required);
    m_grid->addRow(tr("When"), m_at);
    presetPerformer();
}

/// The assigned person where the step is theirs, else whoever sits here; nobody rather than somebody wrong.
void ActionForm::presetPerformer()
{
    for (const Id &person : {m_subject.assignee, m_office.desk.actor()}) {
        const RegisterRow *row = m_office.staff.find(person);
        if (row && items::isUsualFor(performersOf(*m_action, m_subject.values), *row)) {
            m_by->chooseId(QVariant::fromValue(person));
            return;
        }
    }
}

void ActionForm::close()
{
    if (!m_action)
        return;
    m_action = nullptr;
    hide();
    Q_EMIT closed();
}

void ActionForm::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
}

QWidget *ActionForm::widgetOf(const QString &field) const
{
    if (field == u"by")
        return m_by;
    if (field == u"at")
        return m_at;
    const FieldSpec *spec = ticketFields().find(field);
    for (const FieldEditor &editor : m_editors) {
        if (spec && editor.field == spec->id)
            return editor.widget;
    }
    return nullptr;
}

void ActionForm::showRefusal(const Refusal &refusal)
{
    setBusy(false);
    if (!m_action)
        return;
    m_grid->clearRefusals();
    m_refusal->hide();
    if (QWidget *field = widgetOf(refusal.field)) {
        m_grid->showRefusal(field, refusal.text());
        field->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_refusal->setContent(QStringLiteral("warning"), refusal.text(), look::Tone::Late);
    m_refusal->setToolTip(refusal.text());
    m_refusal->show();
}

Values ActionForm::values() const
{
    Values values;
    for (const FieldEditor &editor : m_editors) {
        if (const QVariant value = editor.value(); !isBlank(value))
            values.set(editor.field, value);
    }
    return values;
}

void ActionForm::save()
{
    if (!m_action || !m_save->isEnabled())
        return;
    m_grid->clearRefusals();
    m_refusal->hide();
    const Id by = chosenId(*m_by);
    if (by.isNull()) {
        return showRefusal({QStringLiteral("by"), tr("Who did it is missing."),
            tr("Choose the person who really did it.")});
    }
    for (const FieldEditor &editor : std::as_const(m_editors)) {
        if (const auto refusal = refusalOfMoment(editor.field, editor.widget))
            return showRefusal(*refusal);
    }
    setBusy(true);
    const QTimeZone zone = m_office.desk.read().zone();
    const bool isNow = m_at->dateTime() == m_presetAt;
    Q_EMIT filled({action(), values(), by, isNow ? 0 : momentOf(*m_at, zone)});
}

void ActionForm::giveUp()
{
    close();
}

} // namespace ui::tickets
