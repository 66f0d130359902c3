// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sight.h"

namespace items
{

using namespace domain;

namespace
{
constexpr int rest_ms = 600;
} // namespace

Sight::Sight(Looks &looks, QObject *parent)
    : QObject(parent)
    , m_looks(looks)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest_ms);
    connect(&m_rest, &QTimer::timeout, this, &Sight::lookClosely);
}

void Sight::lookAt(const Ticket &ticket)
{
    lookAt({ticket.values[field::Customer].value<Id>(), ticket.id,
        m_looks.maySeeUnasked(ticket.values)});
}

void Sight::lookAt(const Id &customer)
{
    lookAt({customer, {}, m_looks.mayReveal()});
}

void Sight::lookAt(const Subject &subject)
{
    if (subject == m_subject)
        return;
    lookAway();
    m_subject = subject;
    if (!subject.customer.isNull() && subject.isUnasked)
        m_rest.start();
}

void Sight::lookAway()
{
    m_rest.stop();
    m_subject = {};
    m_clarity = Clarity::Masked;
}

void Sight::lookClosely()
{
    m_rest.stop();
    if (m_subject.customer.isNull() || !m_subject.isUnasked || m_clarity == Clarity::Clear)
        return;
    const QString purpose =
        m_subject.ticket.isNull() ? QStringLiteral("file") : QStringLiteral("work");
    m_looks.note({m_subject.customer, m_subject.ticket, purpose, {}})
        .then(this, [this, subject = m_subject](bool isOnRecord) {
            if (isOnRecord)
                clear(subject);
        });
}

void Sight::clear(const Subject &subject)
{
    if (subject != m_subject || m_clarity == Clarity::Clear)
        return;
    m_clarity = Clarity::Clear;
    Q_EMIT changed();
}

bool Sight::asksForReason() const
{
    return !m_subject.customer.isNull() && !m_subject.isUnasked && m_clarity == Clarity::Masked
        && m_looks.mayReveal();
}

QFuture<store::Verdict> Sight::reveal(const QString &reason)
{
    return m_looks.reveal(m_subject.customer, m_subject.ticket, reason)
        .then(this, [this, subject = m_subject](const store::Verdict &verdict) {
            if (store::accepted(verdict))
                clear(subject);
            return verdict;
        });
}

} // namespace items
