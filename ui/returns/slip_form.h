// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QWidget>

class QLabel;

namespace ui::widgets
{
class FormGrid;
struct Candidate;
} // namespace ui::widgets

namespace ui::returns
{

class StepFields;

/// One returned slip: the steps that its ticket still lacks, one under the other, to be typed off.
class SlipForm : public QWidget
{
    Q_OBJECT

public:
    /// `asked` is the step that the code names; it may be empty.
    SlipForm(
        Desk &desk, const domain::Ticket &ticket, const QString &asked, QWidget *parent = nullptr);

    const domain::Ticket &ticket() const { return m_ticket; }
    bool hasSteps() const { return !m_steps.isEmpty(); }
    /// Goes to the first field that isn't filled in by itself.
    void start();

    /// The steps that were filled in, in their order; nothing when something on the form can't be read, which
    /// is then shown beside its field.
    std::optional<QVector<domain::Command>> commands();
    /// Closes the accepted steps and shows the first refusal. True when all were accepted.
    bool showVerdicts(
        const QVector<domain::Command> &commands, const QVector<store::Verdict> &verdicts);

Q_SIGNALS:
    /// Enter on the last field.
    void finished();

private:
    void presetPeople();
    StepFields *find(const QString &action) const;

    Desk &m_desk;
    domain::Ticket m_ticket;
    widgets::FormGrid *m_form;
    QList<StepFields *> m_steps;
};

} // namespace ui::returns
