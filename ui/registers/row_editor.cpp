// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/row_editor.h"

#include "registers/groups_edit.h"
#include "registers/register_form.h"
#include "tickets/candidates.h"
#include "widgets/moment_edit.h"
#include "widgets/type_ahead_edit.h"

#include <QDate>
#include <QLineEdit>

namespace ui::registers
{

using namespace domain;
using tickets::FieldEditor;

namespace
{

constexpr quint16 anyone = 0xffff;
const QString dayFormat = QStringLiteral("yyyy-MM-dd");

/// A day of the company's calendar, typed as it is written. What is no day is kept as text, for the refusal.
FieldEditor dayEditor(const QTimeZone &zone, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setPlaceholderText(QDate(2026, 1, 31).toString(dayFormat));
    const auto value = [edit, zone]() -> QVariant {
        const QDate day = QDate::fromString(edit->text().trimmed(), dayFormat);
        if (day.isValid())
            return day.startOfDay(zone).toMSecsSinceEpoch();
        return edit->text().trimmed();
    };
    return {
        0, edit, value, [edit, zone](const QVariant &at_ms) {
            edit->setText(at_ms.isValid()
                    ? QDateTime::fromMSecsSinceEpoch(at_ms.toLongLong(), zone).toString(dayFormat)
                    : QString());
        }};
}

FieldEditor severalEditor(const FieldSpec &spec, QWidget *parent)
{
    auto *edit = new GroupsEdit(spec, parent);
    return {0, edit, [edit] { return QVariant(edit->value()); },
        [edit](const QVariant &value) { edit->setValue(value.toString()); }};
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

FieldEditor editorFor(const FieldSpec &spec, tickets::Office &office, QWidget *parent)
{
    if (spec.is(Several))
        return severalEditor(spec, parent);
    if (spec.type == FieldType::Time && !spec.is(Moment))
        return dayEditor(office.desk.read().zone(), parent);
    if (spec.type == FieldType::Person)
        return personEditor(office, parent);
    return tickets::makeEditor(spec, office, parent);
}

} // namespace

FieldEditor makeRowEditor(const FieldSpec &spec, tickets::Office &office, QWidget *parent)
{
    FieldEditor editor = editorFor(spec, office, parent);
    editor.field = spec.id;
    if (editor.widget) {
        editor.widget->setObjectName(spec.name());
        editor.widget->setAccessibleName(labelOf(spec));
    }
    return editor;
}

std::optional<Refusal> refusalOf(const FieldSpec &spec, const FieldEditor &editor)
{
    const auto *line = qobject_cast<const QLineEdit *>(editor.widget);
    if (spec.is(Moment)) {
        const auto *moment = qobject_cast<const widgets::MomentEdit *>(editor.widget);
        if (moment && moment->isUnreadable())
            return Refusal{spec.name(), RegisterForm::tr("That is no time."),
                RegisterForm::tr("Write it as %1.").arg(moment->placeholderText())};
    }
    const bool isTyped = line && !line->text().trimmed().isEmpty();
    if (isTyped && spec.type == FieldType::Time && editor.value().typeId() == QMetaType::QString)
        return Refusal{spec.name(), RegisterForm::tr("That is no day."),
            RegisterForm::tr("Write it as 2026-01-31.")};
    if (isTyped && isBlank(editor.value()))
        return Refusal{spec.name(), RegisterForm::tr("This can't be taken as it is written."),
            RegisterForm::tr("Choose one of the list, or leave it empty.")};
    return {};
}

} // namespace ui::registers
