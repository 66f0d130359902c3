// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/slip_form.h"

#include "returns/due_steps.h"
#include "returns/step_fields.h"
#include "tickets/candidates.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/type_ahead_edit.h"

#include <QVBoxLayout>

namespace ui::returns
{

using namespace domain;

SlipForm::SlipForm(Desk &desk, const Ticket &ticket, const QString &asked, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_ticket(ticket)
    , m_form(new widgets::FormGrid(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    column->addStretch();
    QVector<RegisterRow> staff;
    for (const auto &row : desk.read().findRows(Register::Staff))
        staff.append(row.row);
    const Id grid = ticket.values[field::Grid].value<Id>();
    for (const ActionSpec *action : dueSteps(ticket, asked, desk.who(), desk.read().grants())) {
        const auto people =
            tickets::performerCandidates(performersOf(*action, ticket.values), grid, staff);
        m_steps.append(new StepFields(*action, people, m_form));
    }
    presetPeople();
    auto *walk = new widgets::EnterWalk(m_form->fields(), this);
    connect(walk, &widgets::EnterWalk::finished, this, &SlipForm::finished);
}

/// Who was sent most likely went, and whoever arrived most likely finished. Who confirmed is never guessed.
void SlipForm::presetPeople()
{
    const Id assignee = m_ticket.values[field::Assignee].value<Id>();
    const auto grid = m_desk.read().findRow(m_ticket.values[field::Grid].value<Id>());
    for (StepFields *step : std::as_const(m_steps)) {
        if (step->code() == u"arrive" || step->code() == u"finish")
            step->presetBy(assignee);
        if (step->code() == u"file" && grid)
            step->presetBy(grid->row.values[grid::Chief].value<Id>());
    }
    StepFields *arrive = find(QStringLiteral("arrive")), *finish = find(QStringLiteral("finish"));
    if (!arrive || !finish)
        return;
    connect(arrive->by(), &widgets::TypeAheadEdit::chosenChanged, finish, [arrive, finish] {
        if (arrive->by()->chosen())
            finish->presetBy(arrive->by()->chosen()->id.value<Id>());
    });
}

StepFields *SlipForm::find(const QString &action) const
{
    for (StepFields *step : m_steps) {
        if (step->code() == action)
            return step;
    }
    return nullptr;
}

void SlipForm::start()
{
    for (StepFields *step : std::as_const(m_steps)) {
        if (!step->time()->isEnabled())
            continue;
        QWidget *first = step->by()->chosen() ? step->time() : step->by();
        return first->setFocus(Qt::OtherFocusReason);
    }
}

std::optional<QVector<Command>> SlipForm::commands()
{
    m_form->clearRefusals();
    QVector<Command> commands;
    const QTimeZone zone = m_desk.read().zone();
    for (StepFields *step : std::as_const(m_steps)) {
        if (!step->isFilledIn())
            continue;
        auto command = step->command(m_ticket.id, m_desk.clock().now_ms(), zone);
        if (const auto *refusal = std::get_if<Refusal>(&command)) {
            step->showRefusal(*refusal);
            return {};
        }
        commands.append(std::get<ActOnTicket>(std::move(command)));
    }
    if (commands.isEmpty() && hasSteps()) {
        m_steps.constFirst()->showRefusal({QStringLiteral("at"), tr("Nothing is filled in."),
            tr("Type the time of each step that was done.")});
        return {};
    }
    return commands;
}

bool SlipForm::showVerdicts(
    const QVector<Command> &commands, const QVector<store::Verdict> &verdicts)
{
    for (qsizetype at = 0; at < verdicts.size(); ++at) {
        StepFields *step = find(std::get<ActOnTicket>(commands.at(at)).action);
        if (const Refusal *refusal = store::refused(verdicts.at(at))) {
            step->showRefusal(*refusal);
            return false;
        }
        m_ticket = store::accepted(verdicts.at(at))->ticket;
        step->close();
    }
    return true;
}

} // namespace ui::returns
