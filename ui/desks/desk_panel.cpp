// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/desk_panel.h"

#include "desks/fact_list.h"
#include "domain/words.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/state_tag.h"
#include "widgets/time_words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::desks
{

using items::DeskLine;
using items::DeskStanding;

DeskPanel::DeskPanel(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_state(new widgets::StateTag(this))
    , m_explanation(new QLabel(this))
    , m_facts(new FactList(this))
    , m_revoke(new QPushButton(this))
{
    setAccessibleName(tr("The chosen desk"));
    m_name->setFont(look::type(look::TypeSize::Large));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_revoke->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(m_name);
    column->addWidget(m_state);
    column->addWidget(m_explanation);
    column->addWidget(m_facts);
    column->addWidget(m_revoke, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_revoke, &QPushButton::clicked, this, &DeskPanel::revokeAsked);
}

void DeskPanel::show(const DeskLine &line, const Moment &moment)
{
    m_line = line;
    m_name->setText(nameWords(line));
    m_state->setState(moodOf(line), standingWords(line, moment));
    m_explanation->setText(explanation(line));
    const auto exact = [&](qint64 at_ms) {
        return at_ms ? widgets::exactTime(at_ms, moment.zone) : QString();
    };
    const bool isOut = line.standing == DeskStanding::Revoked;
    const auto count = [](qint64 entries) {
        return entries ? QString::number(entries) : QString();
    };
    m_facts->setFacts({{tr("Ticket numbers begin with"), line.prefix},
        {tr("Sees the data of"),
            line.scope.isEmpty() ? QString() : domain::wordFor(domain::List::KeyScope, line.scope)},
        {tr("Its grids"), line.grids}, {tr("Reached by"), wayWords(line)},
        {tr("Last contact"), exact(line.contact.lastContact_ms)},
        {tr("Its clock"), clockWords(line)}, {tr("Entries to come"), count(line.contact.toTake)},
        {tr("Entries to send"), count(line.contact.toSend)},
        {tr("Handed over today"),
            line.isHub ? tr("%1 sent, %2 taken").arg(line.hub.pushed).arg(line.hub.pulled)
                       : QString()},
        {tr("Entries that wait for others"), count(line.waiting)},
        {tr("Written on two computers"), exact(line.writtenTwice_ms)},
        {tr("Last trouble"), isOut ? QString() : line.contact.error},
        {tr("Contradictions"), line.hub.faults.join(u'\n')},
        {tr("Revoked at"), isOut ? exact(line.revoked_ms) : QString()},
        {tr("Reason"), line.reason}});
    offerRevoking();
}

void DeskPanel::setMayRevoke(bool may)
{
    m_mayRevoke = may;
    offerRevoking();
}

void DeskPanel::offerRevoking()
{
    const bool isWaitedFor =
        m_line.standing == DeskStanding::Invited || m_line.standing == DeskStanding::Lapsed;
    m_revoke->setText((isWaitedFor ? tr("Withdraw the invitation…") : tr("Revoke this desk…"))
        + QStringLiteral("  Del"));
    m_revoke->setVisible(m_mayRevoke && !m_line.isHub && !m_line.isOwn
        && m_line.standing != DeskStanding::Revoked && !m_line.desk.isNull());
}

} // namespace ui::desks
