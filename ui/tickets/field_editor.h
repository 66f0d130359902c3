// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "tickets/office.h"
#include "widgets/candidate.h"

class QDateTimeEdit;
class QWidget;

namespace ui::widgets
{
class TypeAheadEdit;
}

namespace ui::tickets
{

/// One field of a form as people fill it in: the widget for its type, and the way from what stands in
/// it to a value and back. An empty widget gives an invalid value.
struct FieldEditor {
    quint8 field = 0;
    QWidget *widget = nullptr;
    std::function<QVariant()> value;
    std::function<void(const QVariant &)> setValue;
};

/// The editor for a field. Bytes, references and customers aren't typed in: they give one without a widget.
/// Why what is typed can't be taken as a moment; nothing where it can, and for any other widget.
std::optional<domain::Refusal> refusalOfMoment(quint8 field, const QWidget *widget);
FieldEditor makeEditor(const domain::FieldSpec &spec, Office &office, QWidget *parent);

/// A field for one of the staff, proposed in the order of items::proposePerformers.
widgets::TypeAheadEdit *makePersonEdit(
    Office &office, quint16 roles, const domain::Id &grid, QWidget *parent);
/// A field for a grid, and one for the teams that grids and people name; another team may be typed.
widgets::TypeAheadEdit *makeGridEdit(Office &office, QWidget *parent);
widgets::TypeAheadEdit *makeUnitEdit(Office &office, QWidget *parent);
/// What was chosen: a person or a grid; null for none.
domain::Id chosenId(const widgets::TypeAheadEdit &edit);
/// A field for a moment of the company's day.
QDateTimeEdit *makeMomentEdit(QWidget *parent);
qint64 momentOf(const QDateTimeEdit &edit, const QTimeZone &zone);
void setMoment(QDateTimeEdit &edit, qint64 at_ms, const QTimeZone &zone);

} // namespace ui::tickets
