// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/register_form.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/candidates.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/type_ahead_edit.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::registers
{

using namespace domain;
using tickets::FieldEditor;
using widgets::FormGrid;

namespace
{

constexpr quint16 anyone = 0xffff;
constexpr QStringView dayFormat = u"yyyy-MM-dd";

/// A day of the company's calendar; blank for none.
FieldEditor dayEditor(const QTimeZone &zone, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setPlaceholderText(dayFormat.toString());
    return {0, edit,
        [edit, zone] {
            const QDate day = QDate::fromString(edit->text().trimmed(), dayFormat.toString());
            return day.isValid() ? QVariant(day.startOfDay(zone).toMSecsSinceEpoch()) : QVariant();
        },
        [edit, zone](const QVariant &at) {
            if (at.isValid())
                edit->setText(QDateTime::fromMSecsSinceEpoch(at.toLongLong(), zone)
                                  .toString(dayFormat.toString()));
        }};
}

FieldEditor personEditor(tickets::Office &office, QWidget *parent)
{
    widgets::TypeAheadEdit *edit = tickets::makePersonEdit(office, anyone, {}, parent);
    const auto value = [edit] {
        const Id id = tickets::chosenId(*edit);
        return id.isNull() ? QVariant() : QVariant::fromValue(id);
    };
    return {0, edit, value, [edit](const QVariant &id) { edit->chooseId(id); }};
}

} // namespace

RegisterForm::RegisterForm(tickets::Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_title(new QLabel(this))
    , m_buttons(new QWidget(this))
    , m_save(new QPushButton(tr("Save"), m_buttons))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::gap);
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    column->addWidget(m_title);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto *leave = new QPushButton(tr("Close"), m_buttons);
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    row->addWidget(m_save);
    row->addWidget(leave);
    row->addStretch();
    column->addWidget(m_buttons);
    column->addStretch();
    connect(m_save, &QPushButton::clicked, this, &RegisterForm::submit);
    connect(leave, &QPushButton::clicked, this, &RegisterForm::close);
    hide();
}

FieldEditor RegisterForm::editorFor(const FieldSpec &field, QWidget *parent)
{
    FieldEditor editor;
    if (field.type == FieldType::Time)
        editor = dayEditor(m_office.desk.read().zone(), parent);
    else if (field.type == FieldType::Person)
        editor = personEditor(m_office, parent);
    else
        return tickets::makeEditor(field, m_office, parent);
    editor.field = field.id;
    editor.widget->setObjectName(field.name());
    editor.widget->setAccessibleName(labelOf(field));
    return editor;
}

void RegisterForm::make(const RegisterSpec &spec)
{
    delete m_grid;
    m_editors.clear();
    m_spec = &spec;
    m_grid = new FormGrid(this);
    for (const FieldSpec &field : spec.fields) {
        FieldEditor editor = editorFor(field, m_grid);
        if (!editor.widget)
            continue;
        m_grid->addRow(labelOf(field), editor.widget,
            field.is(Required) ? FormGrid::Need::Required : FormGrid::Need::Optional);
        m_editors.push_back(std::move(editor));
    }
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_grid);
    auto *walk = new widgets::EnterWalk(m_grid->fields(), m_grid);
    connect(walk, &widgets::EnterWalk::finished, this, &RegisterForm::submit);
    show();
}

void RegisterForm::openNew(const RegisterSpec &spec)
{
    m_row = {m_office.desk.freshId(), spec.reg, {}};
    make(spec);
    m_title->setText(tr("New: %1").arg(spec.titleText()));
    if (!m_editors.empty())
        m_editors.front().widget->setFocus();
}

void RegisterForm::open(const RegisterSpec &spec, const RegisterRow &row)
{
    m_row = row;
    make(spec);
    m_title->setText(spec.titleText());
    for (const FieldEditor &editor : m_editors)
        editor.setValue(shown(*spec.fields.find(editor.field)));
    if (!m_editors.empty())
        m_editors.front().widget->setFocus();
}

QVariant RegisterForm::shown(const FieldSpec &field) const
{
    const QVariant value = m_row.values[field.id];
    return field.is(Personal) ? QVariant(m_office.desk.read().open(field.id, value)) : value;
}

void RegisterForm::close()
{
    m_spec = nullptr;
    hide();
    Q_EMIT closed();
}

void RegisterForm::submit()
{
    if (!m_spec)
        return;
    m_grid->clearRefusals();
    PutRow put{m_spec->reg, m_row.id, {}, {}};
    for (const FieldEditor &editor : m_editors) {
        const FieldSpec &field = *m_spec->fields.find(editor.field);
        const QVariant now = editor.value(), before = shown(field);
        const auto *typed = qobject_cast<QLineEdit *>(editor.widget);
        if (isBlank(now) && typed && !typed->text().trimmed().isEmpty())
            return showRefusal({field.name(), tr("This can't be taken as it is written."),
                tr("Choose one of the list, or leave it empty.")});
        if (isBlank(now) && !isBlank(before))
            put.cleared.append(field.id);
        else if (!isBlank(now) && now != before)
            put.values.set(field.id, now);
    }
    if (put.values.isEmpty() && put.cleared.isEmpty() && !m_row.values.isEmpty())
        return close();
    Q_EMIT filled(put);
}

void RegisterForm::showRefusal(const Refusal &refusal)
{
    const FieldSpec *field = m_spec ? m_spec->fields.find(refusal.field) : nullptr;
    const auto at = std::ranges::find_if(m_editors,
        [field](const FieldEditor &editor) { return field && editor.field == field->id; });
    if (m_editors.empty())
        return;
    QWidget *widget = (at == m_editors.end() ? m_editors.front() : *at).widget;
    m_grid->showRefusal(widget, refusal.text());
    widget->setFocus();
}

void RegisterForm::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter && event->modifiers() & Qt::ControlModifier)
        submit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui::registers
