// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/looks.h"

namespace items
{

using namespace domain;

namespace
{
constexpr qint64 sameLook_ms = 30 * 60'000;
} // namespace

bool isOnRecord(store::Reader &read, const Id &person, const LookAt &look)
{
    return read.countLooks({.person = person,
               .customer = look.customer,
               .ticket = look.ticket,
               .purpose = look.purpose,
               .from_ms = read.now_ms() - sameLook_ms})
        > 0;
}

bool Looks::maySeeUnasked(const Values &ticket) const
{
    return maySeeContact(ticket, m_onlooker.who(), m_onlooker.read.grants());
}

bool Looks::mayReveal() const
{
    return mayDo(Right::SeeContacts, m_onlooker.who(), m_onlooker.read.grants());
}

QFuture<bool> Looks::note(const LookAt &look) const
{
    if (look.customer.isNull() || isOnRecord(m_onlooker.read, m_onlooker.who().person, look))
        return QtFuture::makeReadyFuture(true);
    return m_onlooker.submit(look).then(
        [](const store::Verdict &verdict) { return store::accepted(verdict) != nullptr; });
}

QFuture<store::Verdict> Looks::reveal(
    const Id &customer, const Id &ticket, const QString &reason) const
{
    return m_onlooker.submit(LookAt{customer, ticket, QStringLiteral("reveal"), reason});
}

} // namespace items
