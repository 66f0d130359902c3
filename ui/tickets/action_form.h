// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workflow.h"
#include "tickets/field_editor.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
class IconText;
} // namespace ui::widgets

namespace ui::tickets
{

/// The form of one action, made from the fields that its workflow declares: an editor for each, who did
/// it, and when. It stands on the page, not in a dialog. Ctrl+Enter saves, Esc gives up; a refusal stands
/// beside the field that it names, and what was typed stays.
class ActionForm : public QWidget
{
    Q_OBJECT

public:
    /// What is known of the ticket; nothing for several tickets at once.
    struct Subject {
        domain::Values values; ///< personal fields opened
        domain::Id grid;
        domain::Id assignee;
    };
    /// What was filled in.
    struct Filled {
        QString action;
        domain::Values values;
        domain::Id by;
        qint64 at_ms = 0; ///< 0: now
    };

    explicit ActionForm(Office &office, QWidget *parent = nullptr);

    /// Opens the form for an action;  says for what.
    void begin(const domain::ActionSpec &action, const Subject &subject, const QString &title);
    void close();
    bool isOpen() const { return m_action; }
    /// Whether anything stands in it that would be lost.
    bool isTouched() const { return m_action && !values().isEmpty(); }
    QString action() const;

    /// Saving goes on: the form waits for its verdict and can't be sent twice.
    void setBusy(bool busy);
    void showRefusal(const domain::Refusal &refusal);

Q_SIGNALS:
    void filled(const ui::tickets::ActionForm::Filled &filled);
    void closed();

private:
    void build();
    void addChooser();
    void addEditor(const domain::FieldUse &use);
    void addPerformer();
    void presetPapers(quint8 number, FieldEditor &editor);
    void presetPerformer();
    domain::Values values() const;
    void save();
    void giveUp();
    QWidget *widgetOf(const QString &field) const;

    Office &m_office;
    QLabel *m_title;
    widgets::FormGrid *m_grid = nullptr;
    widgets::IconText *m_refusal;
    QPushButton *m_save;
    widgets::TypeAheadEdit *m_by = nullptr;
    QDateTimeEdit *m_at = nullptr;
    QDateTime m_presetAt;
    QList<FieldEditor> m_editors;
    const domain::ActionSpec *m_action = nullptr;
    Subject m_subject;
    quint8 m_chosenField = 0; ///< where an action takes one of very many fields
};

} // namespace ui::tickets
