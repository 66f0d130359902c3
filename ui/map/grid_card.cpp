// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/grid_card.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::map
{

using look::Tone;
using widgets::IconText;
using widgets::Mood;

namespace
{

constexpr int cardWidth = 348;

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

GridCard::GridCard(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(cardWidth);
    setAccessibleName(tr("Chosen grid"));
    lay();
    connect(m_list, &QPushButton::clicked, this, [this] { Q_EMIT listAsked(m_facts.id); });
    connect(m_call, &QPushButton::clicked, this, [this] { Q_EMIT callAsked(m_facts.id); });
    connect(m_tickets, &CardList::activated, this, &GridCard::ticketActivated);
    connect(m_tasks, &CardList::activated, this, &GridCard::taskActivated);
}

void GridCard::lay()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    column->setSpacing(look::unit);
    auto *head = new QHBoxLayout;
    column->addLayout(head);
    m_heading = addLine();
    m_heading->setFont(look::type(look::TypeSize::Large));
    head->addWidget(m_heading, 1);
    auto *close = new QToolButton;
    close->setIcon(look::icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the card"));
    close->setToolTip(tr("Close the card (Esc)"));
    connect(close, &QToolButton::clicked, this, &GridCard::closed);
    head->addWidget(close, 0, Qt::AlignTop);
    column->addWidget(m_chief = addLine());
    column->addWidget(m_phone = addLine());
    m_phone->setFont(look::type(look::TypeSize::Large));
    column->addWidget(m_acting = addLine());
    column->addWidget(m_rest = addLine());
    m_rest->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_call = new QPushButton(look::icon(QStringLiteral("phone")), tr("Call")));
    buttons->addWidget(
        m_list = new QPushButton(look::icon(QStringLiteral("tickets")), tr("All its tickets")));
    buttons->addStretch();
    column->addSpacing(look::unit);
    column->addLayout(buttons);
    column->addSpacing(look::unit);
    column->addWidget(new widgets::Hairline(Qt::Horizontal));
    column->addSpacing(look::unit);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(look::margin);
    for (IconText **figure : {&m_open, &m_late, &m_soon})
        figures->addWidget(*figure = new IconText);
    figures->addStretch();
    column->addLayout(figures);
    column->addSpacing(look::unit);
    column->addWidget(m_tickets = new CardList(tr("Open tickets of the grid")), 2);
    column->addWidget(m_nothing = addLine());
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    column->addSpacing(look::unit);
    column->addWidget(m_plan = addLine());
    m_plan->setText(tr("Work plan"));
    column->addWidget(m_tasks = new CardList(tr("Work plan of the grid")), 1);
    column->addStretch();
}

QLabel *GridCard::addLine()
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

void GridCard::show(const GridFacts &facts)
{
    m_facts = facts;
    say(m_heading,
        facts.name.isEmpty() ? tr("Grid %1").arg(facts.code)
                             : tr("Grid %1").arg(facts.code) + QLatin1Char(' ') + facts.name);
    say(m_chief, facts.chief.isEmpty() ? tr("No chief") : tr("Chief %1").arg(facts.chief));
    say(m_phone, facts.phone);
    say(m_acting, facts.acting.isEmpty() ? QString() : tr("Acting: %1").arg(facts.acting));
    say(m_rest, joined({facts.team, facts.households}));
    m_call->setEnabled(!facts.phone.isEmpty());
    m_open->setContent(widgets::moodIcon(Mood::Running), tr("%1 open").arg(facts.open), Tone::Text);
    m_late->setContent(widgets::moodIcon(Mood::Late), tr("%1 late").arg(facts.late),
        facts.late ? Tone::Late : Tone::Muted);
    m_soon->setContent(widgets::moodIcon(Mood::Soon), tr("%1 due soon").arg(facts.soon),
        facts.soon ? Tone::Soon : Tone::Muted);
    m_tickets->show(facts.tickets);
    m_list->setVisible(facts.day.isEmpty());
    m_nothing->setText(facts.day.isEmpty()
            ? tr("Nothing is open in this grid.")
            : tr("As it was at the end of %1. What is open is listed for today alone.")
                  .arg(facts.day));
    m_nothing->setVisible(facts.tickets.isEmpty());
    m_tasks->show(facts.tasks);
    m_plan->setVisible(!facts.tasks.isEmpty());
}

void GridCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui::map
