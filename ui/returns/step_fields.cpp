// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/step_fields.h"

#include "domain/words.h"
#include "returns/typed_time.h"
#include "tickets/candidates.h"
#include "widgets/form_grid.h"
#include "widgets/type_ahead_edit.h"

#include <QCheckBox>

namespace ui::returns
{

using namespace domain;
using widgets::FormGrid;
using widgets::TypeAheadEdit;

namespace
{

/// Short answers of the same step stand beside each other.
bool standsBeside(const FieldSpec &spec)
{
    return spec.id == field::ChargeReceipt;
}

} // namespace

StepFields::StepFields(
    const ActionSpec &action, const QList<widgets::Candidate> &people, FormGrid *form)
    : QObject(form)
    , m_action(action)
    , m_form(form)
    , m_time(new QLineEdit(form))
    , m_by(new TypeAheadEdit(form))
{
    const QString word = actionWord(QLatin1StringView(action.code));
    m_time->setAccessibleName(tr("%1: when").arg(word));
    m_time->setPlaceholderText(tr("1430 or 19 14:30; empty: not yet"));
    m_by->setAccessibleName(tr("%1: by whom").arg(word));
    m_by->setCandidates(people);
    m_by->setMatch(tickets::matchesName);
    form->addRow(word, m_by);
    form->addBeside(tr("At"), m_time);
    for (const FieldUse &use : action.fields) {
        const FieldSpec *spec = ticketFields().find(use.field);
        // Notes are left to the ticket page: a slip has no room for them.
        if (spec->id != field::Remark)
            addField(*spec);
    }
    if (qstrcmp(action.code, "finish") == 0) {
        m_selfCheck = new QCheckBox(tr("Self-check on the slip is in order"), form);
        form->addRow({}, m_selfCheck);
    }
}

void StepFields::addField(const FieldSpec &spec)
{
    auto *edit = new QLineEdit(m_form);
    if (standsBeside(spec))
        m_form->addBeside(labelOf(spec), edit);
    else
        m_form->addRow(labelOf(spec), edit);
    m_fields.append({&spec, edit});
}

bool StepFields::isFilledIn() const
{
    return m_time->isEnabled() && !m_time->text().trimmed().isEmpty();
}

void StepFields::presetBy(const Id &person)
{
    if (!person.isNull() && !m_by->chosen())
        m_by->chooseId(QVariant::fromValue(person));
}

std::variant<ActOnTicket, Refusal> StepFields::command(
    const Id &ticket, qint64 now_ms, const QTimeZone &zone) const
{
    const auto at = typedTime(m_time->text(), now_ms, zone);
    if (!at)
        return Refusal{
            QStringLiteral("at"), tr("This is no time."), tr("Type it like 1430 or 19 14:30.")};
    if (!m_by->chosen())
        return Refusal{QStringLiteral("by"), tr("It doesn't say who did it."),
            tr("Type the name as it stands on the slip.")};
    if (m_selfCheck && !m_selfCheck->isChecked())
        return Refusal{QStringLiteral("self_check"), tr("The self-check is not ticked."),
            tr("Without it the work isn't finished.")};
    ActOnTicket command{
        .ticket = ticket, .action = code(), .by = m_by->chosen()->id.value<Id>(), .at_ms = *at};
    for (const Field &one : m_fields) {
        const QString text = one.edit->text().trimmed();
        bool isNumber = true;
        if (one.spec->type == FieldType::Number && !text.isEmpty())
            command.values.set(one.spec->id, text.toDouble(&isNumber));
        else
            command.values.set(one.spec->id, text);
        if (!isNumber)
            return Refusal{one.spec->name(), tr("This is no number."), tr("Type it like 35.50.")};
    }
    return command;
}

QWidget *StepFields::widgetOf(const QString &fieldKey) const
{
    for (const Field &one : m_fields) {
        if (one.spec->name() == fieldKey)
            return one.edit;
    }
    if (fieldKey == u"by")
        return m_by;
    return fieldKey == u"self_check" && m_selfCheck ? static_cast<QWidget *>(m_selfCheck) : m_time;
}

void StepFields::showRefusal(const Refusal &refusal)
{
    QWidget *widget = widgetOf(refusal.field);
    m_form->showRefusal(widget, refusal.text());
    widget->setFocus(Qt::OtherFocusReason);
}

void StepFields::close()
{
    m_time->setEnabled(false);
    m_by->setEnabled(false);
    for (const Field &one : m_fields)
        one.edit->setEnabled(false);
    if (m_selfCheck)
        m_selfCheck->setEnabled(false);
}

} // namespace ui::returns
