// SPDX-License-Identifier: GPL-3.0-or-later
#include "planned_visits/person_card.h"

#include "domain/words.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/group_tags.h"
#include "tickets/ticket_words.h"
#include "widgets/texts.h"
#include "widgets/time_words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui::planned_visits
{

using namespace domain;

namespace
{

constexpr qsizetype mostTickets = 3;

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString joined(QStringList parts, const QString &between = QStringLiteral(" · "))
{
    parts.removeAll(QString());
    return parts.join(between);
}

/// What they had to do with the company: what is open, and the latest matters.
QString businessOf(const items::CustomerCard &card)
{
    const items::CustomerHistory &history = card.history();
    QStringList lines;
    if (history.open)
        lines << PersonCard::tr("%n matter(s) under way", nullptr, int(history.open));
    for (const store::TicketLine &line :
        history.tickets.first(std::min(history.tickets.size(), mostTickets))) {
        lines << joined(
            {line.number, line.title.isEmpty() ? line.category : line.title, stateWord(line.state),
                widgets::timeWords(line.happened_ms, card.now_ms(), card.zone())});
    }
    return lines.join(u'\n');
}

} // namespace

PersonCard::PersonCard(QWidget *parent)
    : QWidget(parent)
    , m_name(widgets::paragraph({}, this))
    , m_phone(widgets::paragraph({}, this))
    , m_groups(new tickets::GroupTags(this))
    , m_needs(widgets::paragraph({}, this))
    , m_where(widgets::quietParagraph({}, this))
    , m_business(widgets::quietParagraph({}, this))
    , m_wording(widgets::paragraph({}, this))
{
    m_name->setFont(look::type(look::TypeSize::Large));
    m_phone->setFont(look::type(look::TypeSize::Large));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    for (QLabel *label : {m_name, m_phone, m_needs, m_where, m_business, m_wording})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_name);
    column->addWidget(m_phone);
    column->addWidget(m_groups);
    column->addWidget(m_needs);
    column->addWidget(m_where);
    column->addWidget(m_business);
    column->addSpacing(look::gap);
    column->addWidget(m_wording);
}

void PersonCard::show(const items::CustomerCard &card, const VisitPlan &plan)
{
    if (card.isEmpty())
        return;
    const items::ShownContact shown = card.contact(card.file().customer, items::Clarity::Clear);
    say(m_name, shown.name.isEmpty() ? tr("Name unknown") : shown.name);
    say(m_phone, shown.phone.isEmpty() ? tr("No phone on file") : tickets::phoneWords(shown.phone));
    m_groups->setGroups(card.groups());
    say(m_needs,
        joined({card.text(customer::Needs),
            wordFor(List::ContactWay, card.values().text(customer::ContactWay)),
            card.text(customer::ContactTime), card.text(customer::Language)}));
    say(m_where, shown.address);
    say(m_business, businessOf(card));
    say(m_wording, plan.wording);
}

} // namespace ui::planned_visits
