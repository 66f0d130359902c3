// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/emergency_card.h"

#include "desk.h"
#include "domain/words.h"
#include "domain/workflow.h"
#include "items/gates.h"
#include "look/measures.h"
#include "tickets/duty_words.h"
#include "tickets/office.h"
#include "tickets/ticket_words.h"
#include "widgets/flow_layout.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui::tickets
{

using namespace domain;
using items::Affected;
using items::EmergencyHelp;

namespace
{

constexpr qsizetype mostShown = 40;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString lineOf(const Affected::KeyUser &user)
{
    return joined({user.contact.name, phoneWords(user.contact.phone), user.contact.address,
        wordsFor(List::CustomerGroup, user.groups.join(u',')).join(QStringLiteral("、"))});
}

/// What waits with an outage has nobody on the way any more.
bool isUnderWay(const Ticket &ticket)
{
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    return workflow && !workflow->isFinal(ticket.state) && ticket.state != u"joined"
        && ticket.values.text(field::Urgency) == u"emergency";
}

} // namespace

EmergencyCard::EmergencyCard(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_who(new QPushButton(this))
    , m_outage(new QPushButton(this))
    , m_background(sourceOf(desk))
{
    setAccessibleName(tr("Emergency"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    m_duty = addLine();
    m_affected = addLine();
    // A ticket's page may be narrow.
    auto *keys = new QWidget(this);
    new widgets::FlowLayout(keys);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    keys->setSizePolicy(policy);
    const auto dress = [this, keys](QPushButton *button, const char *name, const QString &text,
                           Qt::Key key, auto act) {
        const QKeySequence shortcut(Qt::CTRL | Qt::SHIFT | key);
        button->setObjectName(QLatin1StringView(name));
        button->setText(text + QStringLiteral("  ") + shortcut.toString(QKeySequence::NativeText));
        // A card that goes takes the keyboard with it; these are reached by their keys.
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, act);
        connect(new QShortcut(shortcut, this), &QShortcut::activated, button, [this, button] {
            if (button->isVisibleTo(this))
                button->click();
        });
        keys->layout()->addWidget(button);
    };
    dress(m_who, "affected", tr("Who may be affected"), Qt::Key_Y, [this] { showPeople(); });
    dress(m_outage, "makeOutage", tr("Make an outage of it"), Qt::Key_O,
        [this] { Q_EMIT outageAsked(m_ticket); });
    column->addWidget(keys);
    m_people = addLine();
    m_people->setObjectName(QStringLiteral("affectedPeople"));
    connect(&desk, &Desk::satDown, this, &EmergencyCard::showRights);
    clear();
}

QLabel *EmergencyCard::addLine()
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    layout()->addWidget(label);
    return label;
}

void EmergencyCard::showTicket(const Ticket &ticket)
{
    if (!isUnderWay(ticket))
        return clear();
    if (std::exchange(m_ticket, ticket.id) != ticket.id) {
        m_people->hide();
        m_duty->clear();
        m_affected->clear();
    }
    showRights();
    setVisible(true);
    ask();
}

void EmergencyCard::clear()
{
    m_ticket = {};
    m_help = {};
    m_people->hide();
    setVisible(false);
}

QString EmergencyCard::words() const
{
    QStringList words{m_duty->text(), m_affected->text()};
    if (!m_people->isHidden())
        words << m_people->text();
    return words.join(u'\n');
}

void EmergencyCard::ask()
{
    m_background
        .ask([ticket = m_ticket](
                 store::Reader &reader) { return items::findEmergencyHelp(reader, ticket); })
        .then(this, [this, of = m_ticket](const EmergencyHelp &help) {
            if (of == m_ticket && !of.isNull())
                show(help);
        });
}

void EmergencyCard::show(const EmergencyHelp &help)
{
    m_help = help;
    const QString duty = dutyWords(help.duty, m_desk.clock().now_ms(), m_desk.read().zone());
    m_duty->setText(help.isOfTeam
            ? duty
            : tr("Nobody of its team is on duty by the roster. Of the others: %1").arg(duty));
    const Affected &affected = help.affected;
    m_affected->setText(affected.premises == 0
            ? tr("Nobody is known yet whom it may affect: it lies in no grid, or none of its "
                 "premises are on file.")
            : tr("It may affect %1 premises of %2 customers in its grid; %3 of them depend on it.")
                  .arg(affected.premises)
                  .arg(affected.customers)
                  .arg(affected.keyUsers.size()));
    m_who->setEnabled(!affected.keyUsers.isEmpty() || !help.neighbours.isEmpty());
}

bool EmergencyCard::mayKeep(Register reg) const
{
    return items::isOpenTo({.registers = {reg}}, m_desk.who(), m_desk.read().grants());
}

/// Names only for those who keep customers' files; an outage by those who enter them.
void EmergencyCard::showRights()
{
    m_who->setVisible(mayKeep(Register::Customer));
    m_outage->setVisible(mayKeep(Register::Outage));
    if (m_who->isHidden())
        m_people->hide();
}

void EmergencyCard::showPeople()
{
    if (!m_people->isHidden() || !mayKeep(Register::Customer))
        return m_people->hide();
    QStringList lines;
    const auto add = [&lines](const QString &head, const QVector<Affected::KeyUser> &people) {
        if (people.isEmpty())
            return;
        lines << head;
        for (const Affected::KeyUser &one : people.first(std::min(mostShown, people.size())))
            lines << lineOf(one);
        if (people.size() > mostShown)
            lines << tr("and %1 more").arg(people.size() - mostShown);
    };
    add(tr("Depend on it, in its grid:"), m_help.affected.keyUsers);
    add(tr("In the same building:"), m_help.neighbours);
    m_people->setText(lines.join(u'\n'));
    m_people->show();
}

} // namespace ui::tickets
