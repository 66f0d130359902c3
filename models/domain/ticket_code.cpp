// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_code.h"

#include "domain/decide.h"
#include "domain/ticket.h"
#include "domain/workflow.h"

#include <algorithm>

namespace domain
{

namespace
{

/// Upper-case half-width text without blanks, whatever kind of dash an input method made of the hyphen.
QString plain(QStringView typed)
{
    QString text;
    for (QChar character : typed.toString().normalized(QString::NormalizationForm_KC)) {
        if (character.category() == QChar::Punctuation_Dash || character == QChar(0x2212))
            text += QLatin1Char('-');
        else if (!character.isSpace() && character.isPrint())
            text += character.toUpper();
    }
    return text;
}

bool leadsOn(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    const StateSpec *present = workflow.findState(ticket.state);
    return std::ranges::any_of(action.branches, [&](const Branch &branch) {
        const StateSpec *next = workflow.findState(QLatin1StringView(branch.to));
        return next && next != present && next->stage > 0 && next->stage >= present->stage;
    });
}

} // namespace

QString TicketCode::text() const
{
    const QString code = QStringLiteral("GD:") + number;
    return action.isEmpty() ? code : code + QLatin1Char(':') + action;
}

std::optional<TicketCode> TicketCode::parse(QStringView typed)
{
    const QStringList parts = plain(typed).split(QLatin1Char(':'));
    if (parts.size() < 2 || parts.size() > 3 || parts[0] != u"GD" || parts[1].isEmpty())
        return {};
    return TicketCode{parts[1], parts.value(2).toLower()};
}

TicketCode codeOf(const Ticket &ticket)
{
    return {ticket.values.text(field::Number), dueAction(ticket)};
}

QString dueAction(const Ticket &ticket)
{
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    if (!workflow || !workflow->findState(ticket.state))
        return {};
    for (const ActionSpec *action : findActions(ticket)) {
        if (leadsOn(*action, *workflow, ticket))
            return QString::fromLatin1(action->code);
    }
    return {};
}

} // namespace domain
