// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/refusal.h"
#include "domain/workflow.h"
#include "widgets/candidate.h"

#include <QObject>
#include <QTimeZone>

class QCheckBox;
class QLineEdit;

namespace ui::widgets
{
class FormGrid;
class TypeAheadEdit;
} // namespace ui::widgets

namespace ui::returns
{

/// One step as it stands on a slip: when, who, and what its action asks for. A step without a time has not
/// been done yet and is left for later.
class StepFields : public QObject
{
    Q_OBJECT

public:
    StepFields(const domain::ActionSpec &action, const QList<widgets::Candidate> &people,
        widgets::FormGrid *form);

    const domain::ActionSpec &action() const { return m_action; }
    QString code() const { return QString::fromLatin1(m_action.code); }
    QLineEdit *time() const { return m_time; }
    widgets::TypeAheadEdit *by() const { return m_by; }
    bool isFilledIn() const;
    void presetBy(const domain::Id &person);

    /// The command, or what can't be read of the slip; a refusal's field is this step's.
    std::variant<domain::ActOnTicket, domain::Refusal> command(
        const domain::Id &ticket, qint64 now_ms, const QTimeZone &zone) const;
    void showRefusal(const domain::Refusal &refusal);
    /// It is on record now: stands there to be read only.
    void close();

private:
    struct Field {
        const domain::FieldSpec *spec;
        QLineEdit *edit;
    };

    void addField(const domain::FieldSpec &spec);
    QWidget *widgetOf(const QString &fieldKey) const;

    const domain::ActionSpec &m_action;
    widgets::FormGrid *m_form;
    QLineEdit *m_time;
    widgets::TypeAheadEdit *m_by;
    QCheckBox *m_selfCheck = nullptr;
    QList<Field> m_fields;
};

} // namespace ui::returns
