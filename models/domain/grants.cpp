// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/grants.h"

#include <QtEndian>

#include <algorithm>

namespace domain
{

namespace
{
constexpr qsizetype idBytes = 16;
constexpr qsizetype feedBytes = idBytes + sizeof(qint64);
} // namespace

bool Reach::holds(const EntryPlace &place) const
{
    const auto reach = m_sequences.constFind(place.feed);
    return reach != m_sequences.constEnd() && !place.isNowhere() && place.sequence <= *reach;
}

QByteArray Reach::toBytes() const
{
    QList<Id> feeds = m_sequences.keys();
    std::ranges::sort(feeds);
    QByteArray bytes;
    for (const Id &feed : feeds) {
        qint64 sequence = 0;
        qToBigEndian(m_sequences.value(feed), &sequence);
        bytes += feed.toBytes();
        bytes += QByteArrayView(reinterpret_cast<const char *>(&sequence), sizeof sequence);
    }
    return bytes;
}

Reach Reach::fromBytes(const QByteArray &bytes)
{
    Reach reach;
    if (bytes.size() % feedBytes != 0)
        return reach;
    for (qsizetype at = 0; at < bytes.size(); at += feedBytes) {
        reach.set(*Id::fromBytes(QByteArrayView(bytes).sliced(at, idBytes)),
            qFromBigEndian<qint64>(bytes.constData() + at + idBytes));
    }
    return reach;
}

bool Grant::holdsFor(qint64 at_ms, const EntryPlace &place) const
{
    if (!given.isNowhere() && isBefore(place, given))
        return false; // it wasn't there yet
    if (isRevoked && !reach.holds(place))
        return false;
    return at_ms >= from_ms && (until_ms == 0 || at_ms < until_ms);
}

Grant grantFrom(const RegisterRow &row)
{
    const Values &values = row.values;
    return {.id = row.id,
        .person = values[grant::Person].value<Id>(),
        .role = roleOf(values.text(grant::Role)),
        .grid = values[grant::Grid].value<Id>(),
        .unit = values.text(grant::Unit),
        .from_ms = values.number(grant::From),
        .until_ms = values.number(grant::Until),
        .isOfPost = values.flag(grant::OfPost),
        .isRevoked = row.removed || values.has(grant::Revoked),
        .reach = Reach::fromBytes(values[grant::Reach].toByteArray())};
}

void Grants::put(const RegisterRow &row, const EntryPlace &at)
{
    Grant now = grantFrom(row);
    now.given = at;
    std::vector<Grant> &persons = m_byPerson[now.person];
    const auto known = std::ranges::find(persons, row.id, &Grant::id);
    if (known != persons.end()) {
        now.given = known->given;
        *known = now;
    } else {
        persons.push_back(now);
    }
}

const std::vector<Grant> &Grants::of(const Id &person) const
{
    static const std::vector<Grant> none;
    const auto found = m_byPerson.constFind(person);
    return found == m_byPerson.constEnd() ? none : *found;
}

std::vector<Grant> Grants::inForce(const Id &person, qint64 now_ms) const
{
    std::vector<Grant> now;
    std::ranges::copy_if(of(person), std::back_inserter(now),
        [now_ms](const Grant &grant) { return grant.holdsFor(now_ms, {}); });
    return now;
}

bool Grants::hasOtherAdministrator(const Id &grant, qint64 now_ms) const
{
    return std::ranges::any_of(m_byPerson, [&](const std::vector<Grant> &persons) {
        return std::ranges::any_of(persons, [&](const Grant &other) {
            return other.id != grant && other.role == Administrator && other.isCompanyWide()
                && other.until_ms == 0 && other.holdsFor(now_ms, {});
        });
    });
}

} // namespace domain
