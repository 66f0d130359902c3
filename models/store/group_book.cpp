// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/group_book.h"

#include "domain/words.h"

#include <algorithm>
#include <functional>
#include <mutex>

namespace store
{

int groupBit(QStringView code)
{
    const auto listed = domain::wordsOf(domain::List::CustomerGroup);
    const auto at = std::ranges::find_if(
        listed, [code](const domain::Word &word) { return code == QLatin1StringView(word.code); });
    return int(at - listed.begin());
}

Groups groupsIn(QStringView text)
{
    Groups groups = 0;
    for (const QString &one : domain::severalOf(text))
        groups |= Groups(1) << groupBit(one);
    return groups;
}

void GroupBook::put(qint64 customer, Groups groups)
{
    const std::unique_lock lock(m_mutex);
    const Groups before = m_groups.value(customer);
    if (before == groups)
        return;
    for (int bit = 0; bit < m_counts.size(); ++bit)
        m_counts[bit] += int(groups >> bit & 1) - int(before >> bit & 1);
    if (groups)
        m_groups.insert(customer, groups);
    else
        m_groups.remove(customer);
}

QVector<qint64> GroupBook::find(Groups groups) const
{
    const std::shared_lock lock(m_mutex);
    QVector<qint64> found;
    for (auto at = m_groups.cbegin(); at != m_groups.cend(); ++at) {
        if ((at.value() & groups) == groups)
            found.append(at.key());
    }
    std::ranges::sort(found, std::greater());
    return found;
}

bool GroupBook::holds(qint64 customer, Groups groups) const
{
    const std::shared_lock lock(m_mutex);
    return (m_groups.value(customer) & groups) == groups;
}

qsizetype GroupBook::count(int bit) const
{
    const std::shared_lock lock(m_mutex);
    return m_counts.at(bit);
}

size_t GroupBook::memoryBytes() const
{
    const std::shared_lock lock(m_mutex);
    return size_t(m_groups.capacity()) * (sizeof(qint64) + 2 * sizeof(Groups));
}

} // namespace store
