// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/register_form.h"

#include "domain/register_rules.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "registers/row_editor.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::registers
{

using namespace domain;
using tickets::FieldEditor;
using widgets::FormGrid;

QVector<QVector<quint8>> allFields(const RegisterSpec &spec)
{
    QVector<QVector<quint8>> lines;
    for (const FieldSpec &field : spec.fields) {
        if (field.isByHand())
            lines.append(QVector<quint8>{field.id});
    }
    return lines;
}

RegisterForm::RegisterForm(tickets::Office &office, Place place, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_place(place)
    , m_column(new QVBoxLayout(this))
    , m_title(new QLabel(this))
    , m_refusal(new widgets::IconText(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    const int side = place == Place::BesideTable ? look::margin : 0;
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_refusal->setWraps();
    m_column->setContentsMargins(side, look::gap, side, look::gap);
    m_column->setSpacing(look::gap);
    m_column->addWidget(m_title);
    m_column->addWidget(m_refusal);
    m_column->addWidget(makeButtons());
    if (place == Place::BesideTable)
        m_column->addStretch();
    bindKeys();
    hide();
}

QWidget *RegisterForm::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *leave =
        new QPushButton(m_place == Place::BesideTable ? tr("Close") : tr("Give up"), buttons);
    leave->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_save);
    row->addWidget(leave);
    row->addStretch();
    connect(m_save, &QPushButton::clicked, this, &RegisterForm::save);
    connect(leave, &QPushButton::clicked, this, &RegisterForm::giveUp);
    return buttons;
}

void RegisterForm::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_Return), &RegisterForm::save);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Enter), &RegisterForm::save);
    bind(QKeySequence(Qt::Key_Escape), &RegisterForm::giveUp);
}

void RegisterForm::begin(const FormSubject &subject)
{
    m_subject = subject;
    m_title->setText(subject.title);
    setAccessibleName(subject.title);
    build();
    m_begun = typed();
    for (const FieldEditor &editor : std::as_const(m_editors)) {
        if (subject.proposed.has(editor.field))
            editor.setValue(subject.proposed[editor.field]);
    }
    warn();
    m_save->setEnabled(true);
    show();
    m_grid->fields().constFirst()->setFocus(Qt::OtherFocusReason);
}

void RegisterForm::build()
{
    delete m_grid;
    m_grid = new FormGrid(this);
    if (m_place == Place::ScrollingPage)
        m_grid->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_editors.clear();
    m_refusal->hide();
    m_column->insertWidget(m_column->indexOf(m_refusal) + 1, m_grid);
    const RegisterSpec &spec = registerSpec(m_subject.row.reg);
    for (const QVector<quint8> &line : m_subject.fields) {
        for (qsizetype i = 0; i < line.size(); ++i)
            addEditor(*spec.fields.find(line.at(i)), i > 0);
    }
    auto *walk = new widgets::EnterWalk(m_grid->fields(), m_grid);
    connect(walk, &widgets::EnterWalk::finished, m_save,
        [this] { m_save->setFocus(Qt::TabFocusReason); });
}

void RegisterForm::addEditor(const FieldSpec &spec, bool beside)
{
    const FieldEditor editor = makeRowEditor(spec, m_office, m_grid);
    if (!editor.widget)
        return;
    editor.setValue(m_subject.row.values[spec.id]);
    const auto need = spec.is(Required) ? FormGrid::Need::Required : FormGrid::Need::Optional;
    if (beside)
        m_grid->addBeside(labelOf(spec), editor.widget, need);
    else
        m_grid->addRow(labelOf(spec), editor.widget, need);
    if (auto *line = qobject_cast<QLineEdit *>(editor.widget);
        line && (spec.is(Dialled) || spec.is(Identity)))
        connect(line, &QLineEdit::textChanged, this, &RegisterForm::warn);
    m_editors.append(editor);
}

const FieldSpec &RegisterForm::specOf(const FieldEditor &editor) const
{
    return *registerSpec(m_subject.row.reg).fields.find(editor.field);
}

Values RegisterForm::typed() const
{
    Values values;
    for (const FieldEditor &editor : m_editors)
        values.set(editor.field, editor.value());
    return values;
}

PutRow RegisterForm::command() const
{
    PutRow command{m_subject.row.reg, m_subject.row.id, {}, {}};
    const Values now = typed();
    if (m_subject.isNew)
        command.values = m_subject.row.values;
    for (const FieldEditor &editor : m_editors) {
        // Of a new row everything is said, of one that is there what changed.
        if (m_subject.isNew)
            command.values.set(editor.field, now[editor.field]);
        else if (now.has(editor.field) && now[editor.field] != m_begun[editor.field])
            command.values.set(editor.field, now[editor.field]);
        else if (!now.has(editor.field) && m_begun.has(editor.field))
            command.cleared.append(editor.field);
    }
    if (m_subject.isNew)
        command.row = idOfRow(registerSpec(command.reg), command.values, command.row);
    return command;
}

bool RegisterForm::isTouched() const
{
    return isOpen() && typed() != m_begun;
}

/// Says what is odd as soon as a number is whole, beside it.
void RegisterForm::warn()
{
    Values values = m_subject.row.values;
    values.merge(typed());
    const auto odd = odditiesOf(registerSpec(m_subject.row.reg), values);
    for (const FieldEditor &editor : m_editors) {
        const auto at = std::ranges::find(odd, editor.field, &Oddity::field);
        if (at != odd.end())
            m_grid->showWarning(editor.widget, tr("%1 It is saved all the same.").arg(at->what));
        else
            m_grid->clearRefusal(editor.widget);
    }
}

void RegisterForm::save()
{
    if (!isOpen() || !m_save->isEnabled())
        return;
    for (const FieldEditor &editor : m_editors) {
        if (const auto refusal = refusalOf(specOf(editor), editor))
            return showRefusal(*refusal);
    }
    const PutRow wanted = command();
    if (wanted.values.isEmpty() && wanted.cleared.isEmpty() && !m_subject.isNew)
        return giveUp();
    m_save->setEnabled(false);
    m_office.desk.submit(wanted).then(this, [this](const store::Verdict &verdict) {
        m_save->setEnabled(true);
        if (const Refusal *refusal = store::refused(verdict))
            return showRefusal(*refusal);
        close();
        Q_EMIT saved(store::accepted(verdict)->subject);
    });
}

void RegisterForm::showRefusal(const Refusal &refusal)
{
    const auto at = std::ranges::find_if(m_editors,
        [&](const FieldEditor &editor) { return specOf(editor).name() == refusal.field; });
    if (at != m_editors.end()) {
        m_grid->showRefusal(at->widget, refusal.text());
        at->widget->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_refusal->setContent(QStringLiteral("warning"), refusal.text(), look::Tone::Late);
    m_refusal->show();
}

void RegisterForm::close()
{
    hide();
    delete m_grid;
    m_grid = nullptr;
    m_editors.clear();
}

void RegisterForm::giveUp()
{
    if (!isOpen())
        return;
    close();
    Q_EMIT left();
}

} // namespace ui::registers
