// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/heads.h"

#include <algorithm>

namespace record
{

void Heads::advance(const Id &feed, qint64 sequence, const QByteArray &hash)
{
    if (Head &head = m_heads[feed]; head.sequence < sequence)
        head = {sequence, hash};
}

void Heads::merge(const Heads &other)
{
    for (auto each = other.m_heads.cbegin(); each != other.m_heads.cend(); ++each)
        advance(each.key(), each->sequence, each->hash);
}

void Heads::part(const Id &feed, qint64 after, const QByteArray &hash, const Id &rest)
{
    m_heads.insert(rest, m_heads.value(feed));
    set(feed, after, hash);
}

void Heads::set(const Id &feed, qint64 sequence, const QByteArray &hash)
{
    if (sequence > 0)
        m_heads.insert(feed, {sequence, hash});
    else
        m_heads.remove(feed);
}

bool Heads::covers(const Heads &other) const
{
    return std::ranges::all_of(other.m_heads.asKeyValueRange(),
        [this](const auto &each) { return covers(each.first, each.second.sequence); });
}

} // namespace record
