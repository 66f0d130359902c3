// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/intake_page.h"

#include "domain/ticket_fields.h"
#include "domain/workflow.h"
#include "intake/answers_panel.h"
#include "intake/intake_form.h"
#include "intake/promise_words.h"
#include "intake/saved_view.h"
#include "widgets/banner.h"

#include <QStackedWidget>

// A call that belongs to what is known already: another ticket, or an outage.

namespace ui::intake
{

using namespace domain;

/// A call about what is open already is a contact on that ticket, not a new one.
void IntakePage::join(const store::TicketLine &line)
{
    const auto found = m_desk.read().findTicket(line.row);
    if (m_isSaving || !found)
        return;
    const Values form = m_form->values();
    const QString said = form.text(field::Description);
    ActOnTicket command{.ticket = found->ticket.id, .action = QStringLiteral("contact")};
    command.values.set(
        field::Remark, said.isEmpty() ? tr("Called again about the same matter.") : said);
    command.values.set(field::ContactPhone, m_form->question().phone.trimmed());
    m_isSaving = true;
    m_desk.submit(command).then(this, [this](const store::Verdict &verdict) { joined(verdict); });
}

void IntakePage::joined(const store::Verdict &verdict)
{
    m_isSaving = false;
    if (const Refusal *refusal = store::refused(verdict))
        return refuse(*refusal);
    const Ticket &ticket = store::accepted(verdict)->ticket;
    m_drafts.remove(m_ticket);
    m_contact.numbers << ticket.values.text(field::Number);
    showSaved(ticket);
    SavedView::Words words{tr("Noted on the open ticket"), ticket.values.text(field::Number)};
    if (const TicketClock *due = ticket.nextDue())
        words.due = dueWords(
            {{due->clock, due->due_ms, due->basis}}, m_desk.clock().now_ms(), m_desk.read().zone());
    m_saved->show(words);
}

/// A call about an outage is taken in to wait with it.
void IntakePage::joinOutage(const items::OutageLine &outage)
{
    if (m_isSaving || m_stack->currentWidget() == m_saved)
        return;
    const QString kind = m_form->values().text(field::Kind);
    if (!kind.isEmpty() && !workflowForKind(kind).findState(u"joined"))
        return m_banner->showMessage(
            widgets::Mood::Late, tr("This kind of matter doesn't wait with an outage."));
    m_outage = outage;
    takeIn(nullptr, After::Show);
}

/// Where nothing more was said, the outage says what it is about.
void IntakePage::addOutage(Values &values) const
{
    if (!m_outage)
        return;
    const auto preset = [&values](quint8 number, const QVariant &value) {
        if (!values.has(number))
            values.set(number, value);
    };
    preset(field::Kind, QStringLiteral("repair"));
    if (!workflowForKind(values.text(field::Kind)).findState(u"joined"))
        return;
    values.set(field::Outage, QVariant::fromValue(m_outage->id));
    preset(field::Line, m_outage->line);
    preset(field::Title, m_outage->title);
    if (m_outage->until_ms > m_desk.clock().now_ms())
        preset(field::PromisedAt, m_outage->until_ms);
}

} // namespace ui::intake
