// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people_index.h"

#include "store/people_block.h"

#include <algorithm>
#include <mutex>

namespace store
{

PeopleIndex::PeopleIndex() = default;
PeopleIndex::~PeopleIndex() = default;

void PeopleIndex::reserve(qsizetype people)
{
    const std::unique_lock lock(m_mutex);
    m_blocks.reserve(people / PeopleBlock::capacity + 1);
}

// The last block that begins at or before the id, or the first one. There must be one.
PeopleIndex::Blocks::iterator PeopleIndex::blockFor(qint64 id)
{
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), id,
        [](qint64 value, const auto &block) { return value < block->firstId(); });
    return after == m_blocks.begin() ? after : after - 1;
}

PeopleIndex::Blocks::iterator PeopleIndex::blockWithRoom(qint64 id)
{
    if (m_blocks.empty())
        return m_blocks.insert(m_blocks.end(), std::make_unique<PeopleBlock>());
    const auto block = blockFor(id);
    if (!(*block)->isFull() || (*block)->contains(id))
        return block;
    const bool isAppended = block + 1 == m_blocks.end() && id > (*block)->lastId();
    if (isAppended) {
        (*block)->shrink();
        return m_blocks.insert(m_blocks.end(), std::make_unique<PeopleBlock>());
    }
    m_blocks.insert(block + 1, (*block)->split());
    return blockFor(id);
}

void PeopleIndex::put(qint64 id, const Person &person)
{
    putKeys(id, PersonKeys(person));
}

void PeopleIndex::putKeys(qint64 id, const PersonKeys &keys)
{
    const std::unique_lock lock(m_mutex);
    (*blockWithRoom(id))->put(id, keys);
}

void PeopleIndex::remove(qint64 id)
{
    const std::unique_lock lock(m_mutex);
    if (m_blocks.empty())
        return;
    const auto block = blockFor(id);
    (*block)->remove(id);
    if ((*block)->size() == 0)
        m_blocks.erase(block);
}

void PeopleIndex::clear()
{
    const std::unique_lock lock(m_mutex);
    m_blocks.clear();
}

static void appendIds(
    const PeopleBlock &block, const PeopleBlock::Rows &rows, int limit, QVector<qint64> &ids)
{
    if (rows.none())
        return;
    for (int row = block.size() - 1; row >= 0 && ids.size() < limit; --row)
        if (rows.test(row))
            ids.append(block.idAt(row));
}

QVector<qint64> PeopleIndex::find(
    QStringView typed, int limit, PersonFields fields, qint64 above) const
{
    if (limit <= 0)
        return {};
    const PeopleQuery query(typed, fields);
    QVector<qint64> first; // phones that end with the typed digits
    QVector<qint64> others;
    const std::shared_lock lock(m_mutex);
    for (auto block = m_blocks.rbegin(); block != m_blocks.rend() && first.size() < limit;
         ++block) {
        const bool hasOthers = others.size() >= limit;
        if ((*block)->lastId() <= above || (hasOthers && query.phones.empty()))
            break;
        const auto hits = hasOthers ? (*block)->findPhones(query) : (*block)->find(query);
        appendIds(**block, hits.phoneEnds, limit, first);
        appendIds(**block, hits.all & ~hits.phoneEnds, limit, others);
    }
    return first + others.first(std::min(others.size(), limit - first.size()));
}

qsizetype PeopleIndex::size() const
{
    const std::shared_lock lock(m_mutex);
    qsizetype people = 0;
    for (const auto &block : m_blocks)
        people += block->size();
    return people;
}

std::size_t PeopleIndex::memoryBytes() const
{
    const std::shared_lock lock(m_mutex);
    std::size_t bytes = m_blocks.capacity() * sizeof(m_blocks[0]);
    for (const auto &block : m_blocks)
        bytes += block->memoryBytes();
    return bytes;
}

} // namespace store
