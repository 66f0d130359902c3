// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_head.h"

#include "domain/words.h"
#include "items/clock_words.h"
#include "items/scopes.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/ticket_words.h"
#include "widgets/clock_label.h"
#include "widgets/flow_layout.h"
#include "widgets/state_tag.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::tickets
{

using namespace domain;

TicketHead::TicketHead(QWidget *parent)
    : QWidget(parent)
    , m_number(new QLabel(this))
    , m_kind(new QLabel(this))
    , m_title(new QLabel(this))
    , m_state(new widgets::StateTag(this))
    , m_clocks(new QWidget(this))
{
    m_number->setFont(look::type(look::TypeSize::Large));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_number->setFocusPolicy(Qt::NoFocus);
    m_kind->setForegroundRole(QPalette::PlaceholderText);
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setFocusPolicy(Qt::NoFocus);
    new widgets::FlowLayout(m_clocks);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_clocks->setSizePolicy(policy);
    auto *top = new QHBoxLayout;
    top->setSpacing(look::gap);
    top->addWidget(m_number);
    top->addWidget(m_state, 0, Qt::AlignVCenter);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    column->addLayout(top);
    column->addWidget(m_kind);
    column->addWidget(m_title);
    column->addWidget(m_clocks);
}

void TicketHead::show(const items::TicketCard &card)
{
    const Ticket &ticket = card.ticket();
    m_number->setText(ticket.values.text(field::Number));
    QString kind = kindWords(ticket.values);
    if (ticket.round > 1)
        kind += QStringLiteral(" · ") + tr("round %1").arg(ticket.round);
    m_kind->setText(kind);
    const QString title = ticket.values.text(field::Title);
    m_title->setText(title.isEmpty() ? ticket.values.text(field::Category) : title);
    m_title->setVisible(!m_title->text().isEmpty());
    m_state->setState(stateMood(ticket.state), stateWord(ticket.state));
    showClocks(card);
}

void TicketHead::showClocks(const items::TicketCard &card)
{
    qDeleteAll(m_clocks->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const QTimeZone zone = card.zone();
    const Standards standards = card.standards();
    for (const TicketClock &clock : card.ticket().clocks) {
        if (!clock.isOpen())
            continue;
        auto *pair = new QWidget(m_clocks);
        auto *word = new QLabel(tr("%1:").arg(clockWord(clock.clock)), pair);
        word->setForegroundRole(QPalette::PlaceholderText);
        auto *left = new widgets::ClockLabel(zone, pair);
        left->setSoon(items::soon_ms);
        if (clock.isPaused())
            left->setResting();
        else
            left->setClock(clock.due_ms, card.now_ms());
        pair->setToolTip(items::clockStory(clock, standards, zone));
        left->setToolTip(pair->toolTip());
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, look::gap, 0);
        row->setSpacing(look::unit);
        row->addWidget(word);
        row->addWidget(left);
        m_clocks->layout()->addWidget(pair);
        pair->setVisible(true);
    }
    m_clocks->setVisible(!m_clocks->findChildren<QWidget *>(Qt::FindDirectChildrenOnly).isEmpty());
}

} // namespace ui::tickets
