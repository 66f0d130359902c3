// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/phone_book.h"

#include <QHash>

#include <algorithm>
#include <mutex>

namespace store
{

namespace
{

/// So many new lines are looked through one by one before they are sorted in.
constexpr size_t leastTail = 4096;

quint32 hashOf(QStringView phone)
{
    return quint32(qHash(phone, 0));
}

} // namespace

void PhoneBook::add(QStringView phone, qint64 customer)
{
    if (phone.isEmpty())
        return;
    const std::unique_lock lock(m_mutex);
    m_lines.push_back({hashOf(phone), quint32(customer)});
    if (m_lines.size() - m_sorted > std::max(leastTail, m_sorted / 16))
        sort();
}

void PhoneBook::clear()
{
    const std::unique_lock lock(m_mutex);
    m_lines.clear();
    m_sorted = 0;
}

void PhoneBook::sort()
{
    const auto fresh = m_lines.begin() + ptrdiff_t(m_sorted);
    std::sort(fresh, m_lines.end());
    std::inplace_merge(m_lines.begin(), fresh, m_lines.end());
    m_sorted = m_lines.size();
}

QVector<qint64> PhoneBook::candidates(QStringView phone) const
{
    const std::shared_lock lock(m_mutex);
    const quint32 hash = hashOf(phone);
    const auto tail = m_lines.begin() + ptrdiff_t(m_sorted);
    QVector<qint64> found;
    for (auto at = std::lower_bound(m_lines.begin(), tail, Line{hash, 0});
         at != tail && at->hash == hash; ++at)
        found.append(at->customer);
    for (auto at = tail; at != m_lines.end(); ++at) {
        if (at->hash == hash)
            found.append(at->customer);
    }
    return found;
}

size_t PhoneBook::memoryBytes() const
{
    const std::shared_lock lock(m_mutex);
    return m_lines.capacity() * sizeof(Line);
}

} // namespace store
