// SPDX-License-Identifier: GPL-3.0-or-later
#include "visits/visit_card.h"

#include "look/measures.h"
#include "look/type.h"
#include "tickets/service_record.h"
#include "tickets/ticket_words.h"
#include "widgets/time_words.h"

#include "domain/words.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::visits
{

using namespace domain;

namespace
{

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

/// The latest step of an action, of whichever round; null when there is none.
const Step *lastStep(const Ticket &ticket, QStringView action)
{
    const auto at = std::find_if(ticket.steps.crbegin(), ticket.steps.crend(),
        [action](const Step &step) { return step.action == action; });
    return at == ticket.steps.crend() ? nullptr : &*at;
}

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

} // namespace

VisitCard::VisitCard(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    m_who = addLine();
    m_phone = addLine();
    m_matter = addLine();
    m_said = addLine();
    m_done = addLine();
    m_before = addLine();
    m_who->setFont(look::type(look::TypeSize::Large));
    m_phone->setFont(look::type(look::TypeSize::Large));
    m_matter->setForegroundRole(QPalette::PlaceholderText);
    m_record = new tickets::ServiceRecord(zone, this);
    column->addSpacing(look::gap);
    column->addWidget(m_record);
}

QLabel *VisitCard::addLine()
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    layout()->addWidget(label);
    return label;
}

void VisitCard::show(const items::TicketCard &card)
{
    const Ticket &ticket = card.ticket();
    const auto &customer = card.customer();
    say(m_who, customer.name.isEmpty() ? tr("Name unknown") : customer.name);
    say(m_phone,
        customer.phone.isEmpty() ? tr("No phone on file") : tickets::phoneWords(customer.phone));
    const QString address = card.text(field::Address);
    say(m_matter,
        joined({ticket.values.text(field::Number), tickets::kindWords(ticket.values),
                   address.isEmpty() ? customer.address : address,
                   wordsFor(List::CustomerGroup, customer.groups.join(QLatin1Char(',')))
                       .join(QStringLiteral("、")),
                   customer.needs},
            QStringLiteral(" · ")));
    say(m_said,
        joined({ticket.values.text(field::Title), ticket.values.text(field::Description)},
            QStringLiteral("\n")));
    const Step *finish = lastStep(ticket, u"finish");
    const QString work =
        joined({ticket.values.text(field::Cause), ticket.values.text(field::Measures),
                   ticket.values.text(field::Materials)},
            QStringLiteral("; "));
    say(m_done,
        finish ? tr("Done by %1, %2. %3")
                     .arg(card.person(finish->by).name,
                         widgets::timeWords(finish->at_ms, card.now_ms(), card.zone()), work)
               : work);
    const Step *visit = lastStep(ticket, u"visit");
    say(m_before,
        visit ? tr("Called before, %1: %2")
                    .arg(widgets::timeWords(visit->at_ms, card.now_ms(), card.zone()),
                        visit->values.has(field::Satisfaction)
                            ? satisfactionWord(int(visit->values.number(field::Satisfaction)))
                            : wordFor(List::Outcome, visit->values.text(field::Outcome)))
              : QString());
    m_record->show(card);
}

} // namespace ui::visits
