// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_facts.h"

#include "look/measures.h"
#include "tickets/ticket_words.h"
#include "widgets/time_words.h"

#include "domain/words.h"
#include "items/sight.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::tickets
{

using namespace domain;

namespace
{

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(QStringLiteral(" · "));
}

QString label(quint8 number)
{
    return labelOf(*ticketFields().find(number));
}

/// What only some kinds of matters have, as it is shown: a word of its list, a moment, or the text.
QString wordsOf(const items::TicketCard &card, quint8 number)
{
    const FieldSpec &spec = *ticketFields().find(number);
    const QVariant value = card.ticket().values[number];
    if (!value.isValid())
        return {};
    if (spec.type == FieldType::Time)
        return widgets::timeWords(value.toLongLong(), card.now_ms(), card.zone());
    return spec.type == FieldType::Choice ? wordFor(spec.list, value.toString()) : value.toString();
}

} // namespace

TicketFacts::TicketFacts(QWidget *parent)
    : QWidget(parent)
{
}

void TicketFacts::clear()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    // A grid never forgets rows that were once there, so each ticket gets a new one.
    delete layout();
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::margin);
    m_grid->setVerticalSpacing(look::unit);
    m_grid->setColumnStretch(1, 1);
}

void TicketFacts::addFact(const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    const int row = m_grid->rowCount();
    auto *head = new QLabel(name, this);
    head->setForegroundRole(QPalette::PlaceholderText);
    auto *fact = new QLabel(text, this);
    fact->setTextFormat(Qt::PlainText);
    fact->setWordWrap(true);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fact->setFocusPolicy(Qt::NoFocus);
    fact->setAccessibleName(name + QStringLiteral(": ") + text);
    m_grid->addWidget(head, row, 0, Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(fact, row, 1);
    head->setVisible(true);
    fact->setVisible(true);
}

void TicketFacts::addReveal()
{
    auto *reveal = new QPushButton(tr("Show the contact…"), this);
    reveal->setObjectName(QStringLiteral("reveal"));
    connect(reveal, &QPushButton::clicked, this, &TicketFacts::revealAsked);
    m_grid->addWidget(reveal, m_grid->rowCount(), 1, Qt::AlignLeft);
    reveal->show();
}

void TicketFacts::show(const items::TicketCard &card)
{
    clear();
    const Values &values = card.ticket().values;
    const auto &customer = card.customer();
    const QString name =
        values.flag(field::Anonymous) ? tr("anonymous, not to be called") : customer.name;
    const QString groups = wordsFor(List::CustomerGroup, customer.groups.join(QLatin1Char(',')))
                               .join(QStringLiteral("、"));
    addFact(tr("Customer"), joined({name, phoneWords(customer.phone), groups, customer.needs}));
    if (card.sight() && card.sight()->asksForReason())
        addReveal();
    const QString address = card.text(field::Address);
    addFact(label(field::Address),
        joined({address.isEmpty() ? customer.address : address, values.text(field::Community),
            values.text(field::Street)}));
    const QString chief = card.grid().chief;
    addFact(tr("Grid"),
        joined({card.grid().code, card.grid().name,
            chief.isEmpty() ? QString() : tr("chief %1").arg(chief)}));
    addFact(tr("With"),
        joined({card.person(values[field::Assignee].value<Id>()).name, values.text(field::Unit)}));
    addFact(label(field::Responsible), card.person(values[field::Responsible].value<Id>()).name);
    addFact(label(field::Category), values.text(field::Category));
    addFact(label(field::Channel), card.channel());
    addFact(label(field::HappenedAt),
        widgets::timeWords(values.number(field::HappenedAt), card.now_ms(), card.zone()));
    addFact(label(field::Description), values.text(field::Description));
    for (quint8 number :
        {field::Severity, field::OutsideDeadline, field::PromisedAt, field::ComplaintClass,
            field::CauseClass, field::Finding, field::ResponsibleUnit, field::Solution,
            field::Papers, field::MissingPapers, field::Decision, field::Outage, field::PartOf})
        addFact(label(number), wordsOf(card, number));
    if (const qint64 waiting = card.waitingWith())
        addFact(tr("Wait with it"), tr("%n ticket(s)", nullptr, int(waiting)));
    if (values.flag(field::AboutChief))
        addFact(label(field::AboutChief), tr("yes"));
    addFact(label(field::Reply), values.text(field::Reply));
    if (const int satisfaction = int(values.number(field::Satisfaction)))
        addFact(label(field::Satisfaction), satisfactionWord(satisfaction));
}

} // namespace ui::tickets
