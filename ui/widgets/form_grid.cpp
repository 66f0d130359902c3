// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form_grid.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/field_label.h"
#include "widgets/icon_text.h"

#include <QAccessible>
#include <QGridLayout>

namespace ui::widgets
{

namespace
{

void mark(QWidget *field, bool refused, const QString &description)
{
    field->setProperty(look::DeskStyle::refusedProperty, refused);
    field->setAccessibleDescription(description);
    field->update();
    QAccessibleEvent changed(field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace

FormGrid::FormGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::gap);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(3, 2);
}

void FormGrid::addRow(const QString &label, QWidget *field, Need need)
{
    add(3 * m_lines, 0, label, field, need);
    ++m_lines;
}

void FormGrid::addBeside(const QString &label, QWidget *field, Need need)
{
    if (m_rows.isEmpty())
        return addRow(label, field, need);
    // The field that stood alone gives up the room at its right.
    QWidget *before = m_rows.constLast().field;
    const int line = 3 * (m_lines - 1);
    m_grid->removeWidget(before);
    m_grid->addWidget(before, line, 1);
    add(line, 2, label, field, need);
}

void FormGrid::add(int line, int column, const QString &label, QWidget *field, Need need)
{
    FieldRow row;
    row.field = field;
    row.label = new FieldLabel(label, field, need == Need::Required, this);
    row.refusal = new IconText(this);
    row.refusal->setFont(look::type(look::TypeSize::Small));
    row.refusal->setWraps();
    row.refusal->hide();
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    if (need == Need::Required)
        field->setAccessibleDescription(tr("required"));
    row.description = field->accessibleDescription();
    const int span = column == 0 ? 3 : 1;
    m_grid->addWidget(row.label, line, column, Qt::AlignTop);
    m_grid->addWidget(field, line, column + 1, 1, span);
    m_grid->addWidget(row.refusal, line + 1, column + 1, 1, span);
    m_grid->setRowMinimumHeight(line + 2, look::gap);
    m_rows.append(row);
}

FieldRow *FormGrid::rowOf(QWidget *field)
{
    for (FieldRow &row : m_rows) {
        if (row.field == field)
            return &row;
    }
    return nullptr;
}

void FormGrid::setRowVisible(QWidget *field, bool visible)
{
    if (FieldRow *row = rowOf(field)) {
        row->label->setVisible(visible);
        row->field->setVisible(visible);
        if (!visible)
            clearRefusal(field);
    }
}

void FormGrid::showRefusal(QWidget *field, const QString &text)
{
    if (FieldRow *row = rowOf(field)) {
        row->refusal->setContent(QStringLiteral("warning"), text, look::Tone::Late);
        row->refusal->setToolTip(text);
        row->refusal->show();
        mark(field, true, text);
    }
}

void FormGrid::showWarning(QWidget *field, const QString &text)
{
    clearRefusal(field);
    if (FieldRow *row = rowOf(field)) {
        row->refusal->setContent(QStringLiteral("warning"), text, look::Tone::Soon);
        row->refusal->setToolTip(text);
        row->refusal->show();
        field->setAccessibleDescription(text);
    }
}

void FormGrid::clearRefusal(QWidget *field)
{
    FieldRow *row = rowOf(field);
    if (!row || row->refusal->isHidden())
        return;
    row->refusal->hide();
    mark(field, false, row->description);
}

void FormGrid::clearRefusals()
{
    for (const FieldRow &row : std::as_const(m_rows))
        clearRefusal(row.field);
}

QWidget *FormGrid::firstRefused() const
{
    for (const FieldRow &row : m_rows) {
        if (!row.refusal->isHidden() && row.refusal->tone() == look::Tone::Late)
            return row.field;
    }
    return nullptr;
}

QList<QWidget *> FormGrid::fields() const
{
    QList<QWidget *> fields;
    for (const FieldRow &row : m_rows)
        fields << row.field;
    return fields;
}

} // namespace ui::widgets
