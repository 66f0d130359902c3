// SPDX-License-Identifier: GPL-3.0-or-later
#include "outages/outages_page.h"

#include "desk.h"
#include "domain/words.h"
#include "items/emergency.h"
#include "registers/register_form.h"
#include "widgets/banner.h"

#include <QShortcut>
#include <QStackedWidget>

// An emergency becomes an outage, and its ticket joins it.

namespace ui::outages
{

using namespace domain;

namespace
{

/// Whether a crew has it in hand, from whom joining would take it.
bool isSomebodySent(const Ticket &ticket)
{
    return ticket.values.has(field::Assignee) || ticket.values.has(field::Unit);
}

} // namespace

void OutagesPage::beginFor(const Id &ticket)
{
    const auto found = m_desk.read().findTicket(ticket);
    if (!found)
        return;
    m_stack->setCurrentIndex(0);
    RegisterRow row{m_desk.freshId(), Register::Outage,
        items::outageFromTicket(m_desk.read(), found->ticket), false};
    row.values.set(outage::Code, freshCode());
    begin(row, true);
    if (m_form->isOpen() && !m_form->isTouched())
        m_madeOf = ticket;
}

/// What was saved may be any outage; of one that was made of a ticket, the ticket follows.
void OutagesPage::outageSaved(const Id &outage)
{
    const auto found = m_desk.read().findTicket(std::exchange(m_madeOf, {}));
    if (!found)
        return;
    m_joining = outage;
    m_joiner = found->ticket.id;
    if (!isSomebodySent(found->ticket))
        return joinTicket();
    m_banner->showMessage(widgets::Mood::Open,
        tr("The outage is entered. %1 is with whoever was sent and stays there; Ctrl+J lets it "
           "wait "
           "with the outage instead, and nobody is sent any more.")
            .arg(found->ticket.values.text(field::Number)));
}

void OutagesPage::bindJoining()
{
    auto *join = new QShortcut(Qt::CTRL | Qt::Key_J, this);
    join->setContext(Qt::WidgetWithChildrenShortcut);
    connect(join, &QShortcut::activated, this, &OutagesPage::joinTicket);
}

void OutagesPage::joinTicket()
{
    if (m_joining.isNull())
        return;
    const auto found = m_desk.read().findTicket(std::exchange(m_joiner, {}));
    const Id outage = std::exchange(m_joining, {});
    if (!found)
        return;
    m_desk
        .submit(ActOnTicket{found->ticket.id, QStringLiteral("join"),
            {{field::Outage, QVariant::fromValue(outage)}}})
        .then(this, [this](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                return m_banner->showMessage(widgets::Mood::Late, refusal->text());
            m_banner->showMessage(widgets::Mood::Done,
                tr("%1 waits with the outage: whoever called is called back once it is over.")
                    .arg(store::accepted(verdict)->ticket.values.text(field::Number)));
        });
}

} // namespace ui::outages
