// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/looks.h"

namespace items
{

using namespace domain;

namespace
{
constexpr qint64 sameLook_ms = 30 * 60'000;
constexpr qsizetype remembered = 5'000;
} // namespace

Looks::Looks(Onlooker onlooker, QObject *parent)
    : QObject(parent)
    , m_onlooker(std::move(onlooker))
{
}

bool Looks::maySeeUnasked(const Values &ticket) const
{
    return maySeeContact(ticket, m_onlooker.who(), m_onlooker.read.grants());
}

bool Looks::mayReveal() const
{
    return mayDo(Right::SeeContacts, m_onlooker.who(), m_onlooker.read.grants());
}

bool Looks::isFresh(const QByteArray &key)
{
    const qint64 now_ms = m_onlooker.read.now_ms();
    if (m_last_ms.size() > remembered)
        m_last_ms.clear();
    const auto last = m_last_ms.constFind(key);
    if (last != m_last_ms.constEnd() && now_ms - *last < sameLook_ms)
        return false;
    m_last_ms.insert(key, now_ms);
    return true;
}

void Looks::note(const Id &customer, const Id &ticket, const QString &purpose)
{
    const QByteArray key = m_onlooker.who().person.toBytes() + customer.toBytes() + ticket.toBytes()
        + purpose.toLatin1();
    if (customer.isNull() || !isFresh(key))
        return;
    m_onlooker.submit(LookAt{customer, ticket, purpose, {}})
        .then(this, [this, key](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict)) {
                m_last_ms.remove(key);
                Q_EMIT failed(refusal->text());
            }
        });
}

QFuture<store::Verdict> Looks::reveal(const Id &customer, const Id &ticket, const QString &reason)
{
    return m_onlooker.submit(LookAt{customer, ticket, QStringLiteral("reveal"), reason});
}

} // namespace items
