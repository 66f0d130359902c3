// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/pinned_exchange.h"

namespace peers
{

PinnedExchange::PinnedExchange(
    std::unique_ptr<Exchange> desk, const Pin &pin, std::function<bool()> isRegistered)
    : m_desk(std::move(desk))
    , m_pin(pin)
    , m_isRegistered(std::move(isRegistered))
{
}

Introduction PinnedExchange::introduction()
{
    Introduction introduction = m_desk->introduction();
    if (introduction.company.isNull())
        introduction.company = m_pin.welcome.company;
    if (introduction.founding.isEmpty())
        introduction.founding = m_pin.welcome.founding;
    return introduction;
}

record::Parcel PinnedExchange::next(const record::Heads &known, const Id &peer, qsizetype bytes)
{
    return m_desk->next(known, peer, bytes);
}

void PinnedExchange::take(
    const record::Parcel &parcel, const Id &from, std::function<void(const store::Receipt &)> done)
{
    m_desk->take(parcel, from, std::move(done));
}

std::optional<QByteArray> PinnedExchange::hashAt(const Id &feed, qint64 sequence)
{
    return m_desk->hashAt(feed, sequence);
}

QVector<record::SealedKey> PinnedExchange::keysFor(const Id &peer, const QVector<Id> &owners)
{
    return m_desk->keysFor(peer, owners);
}

std::optional<domain::Refusal> PinnedExchange::refusalOf(const Id &peer)
{
    const auto refusal = m_desk->refusalOf(peer);
    // Once there is a register, it alone says who is a desk.
    const bool isPinned = refusal && peer == m_pin.desk && !m_isRegistered();
    return isPinned ? std::nullopt : refusal;
}

} // namespace peers
