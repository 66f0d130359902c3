// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people_block.h"

namespace store
{

static const quint16 *cellsOf(const QString &text)
{
    return reinterpret_cast<const quint16 *>(text.utf16());
}

static const quint8 *cellsOf(const QByteArray &number)
{
    return reinterpret_cast<const quint8 *>(number.constData());
}

int PeopleBlock::rowFor(qint64 id) const
{
    return int(std::lower_bound(m_ids.begin(), m_ids.end(), id) - m_ids.begin());
}

bool PeopleBlock::contains(qint64 id) const
{
    const int row = rowFor(id);
    return row < size() && m_ids[row] == id;
}

void PeopleBlock::put(qint64 id, const PersonKeys &keys)
{
    remove(id);
    const int row = rowFor(id);
    m_ids.insert(m_ids.begin() + row, id);
    m_longestNumber = std::max(m_longestNumber, keys.longestNumber);
    m_names.insert(row, cellsOf(keys.name), keys.name.size());
    m_nameSyllables.insert(row, keys.nameSyllables.data(), keys.nameSyllables.size());
    m_addresses.insert(row, cellsOf(keys.address), keys.address.size());
    m_addressSyllables.insert(row, keys.addressSyllables.data(), keys.addressSyllables.size());
    m_phones.insert(row, cellsOf(keys.phones), keys.phones.size());
    m_accounts.insert(row, cellsOf(keys.accounts), keys.accounts.size());
}

void PeopleBlock::remove(qint64 id)
{
    if (!contains(id))
        return;
    const int row = rowFor(id);
    m_ids.erase(m_ids.begin() + row);
    m_names.erase(row);
    m_nameSyllables.erase(row);
    m_addresses.erase(row);
    m_addressSyllables.erase(row);
    m_phones.erase(row);
    m_accounts.erase(row);
}

std::unique_ptr<PeopleBlock> PeopleBlock::split()
{
    auto upper = std::make_unique<PeopleBlock>();
    const int row = size() / 2;
    upper->m_ids.assign(m_ids.begin() + row, m_ids.end());
    m_ids.resize(row);
    upper->m_longestNumber = m_longestNumber;
    m_names.moveTo(upper->m_names, row);
    m_nameSyllables.moveTo(upper->m_nameSyllables, row);
    m_addresses.moveTo(upper->m_addresses, row);
    m_addressSyllables.moveTo(upper->m_addressSyllables, row);
    m_phones.moveTo(upper->m_phones, row);
    m_accounts.moveTo(upper->m_accounts, row);
    return upper;
}

void PeopleBlock::shrink()
{
    m_ids.shrink_to_fit();
    m_names.shrink();
    m_nameSyllables.shrink();
    m_addresses.shrink();
    m_addressSyllables.shrink();
    m_phones.shrink();
    m_accounts.shrink();
}

PeopleBlock::Hits PeopleBlock::findPhones(const PeopleQuery &query) const
{
    Hits hits;
    m_phones.find(query.phones, [&hits](int row, quint8 behind) {
        hits.all.set(row);
        if (behind == rowSeparator)
            hits.phoneEnds.set(row);
    });
    return hits;
}

PeopleBlock::Hits PeopleBlock::find(const PeopleQuery &query) const
{
    Hits hits = findPhones(query);
    const auto add = [&hits](int row, auto) { hits.all.set(row); };
    m_accounts.find(query.accounts, add);
    if (query.longestNumber > m_longestNumber)
        return hits;
    m_names.find(query.name, add);
    m_nameSyllables.find(query.nameSyllables, add);
    m_addresses.find(query.address, add);
    m_addressSyllables.find(query.addressSyllables, add);
    return hits;
}

std::size_t PeopleBlock::memoryBytes() const
{
    return sizeof(*this) + m_ids.capacity() * sizeof(qint64) + m_names.memoryBytes()
        + m_nameSyllables.memoryBytes() + m_addresses.memoryBytes()
        + m_addressSyllables.memoryBytes() + m_phones.memoryBytes() + m_accounts.memoryBytes();
}

} // namespace store
