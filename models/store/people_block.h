// SPDX-License-Identifier: GPL-3.0-or-later
// A run of people with neighbouring ids, the smallest first. Blocks are small enough that a change
// moves little memory and a search stops soon after it has found enough.
#pragma once

#include "store/people_keys.h"

#include <bitset>
#include <memory>

namespace store
{

class PeopleBlock
{
public:
    static constexpr int capacity = 1024;
    using Rows = std::bitset<capacity>;

    struct Hits {
        Rows all;
        Rows phoneEnds; // whose phone ends with the typed digits
    };

    int size() const { return int(m_ids.size()); }
    bool isFull() const { return size() == capacity; }
    qint64 firstId() const { return m_ids.front(); }
    qint64 lastId() const { return m_ids.back(); }
    qint64 idAt(int row) const { return m_ids[row]; }

    // Replaces the row of the same id. The block must have room.
    void put(qint64 id, const PersonKeys &keys);
    void remove(qint64 id);
    bool contains(qint64 id) const;
    // Cuts the block in halves and returns the upper one.
    std::unique_ptr<PeopleBlock> split();
    // Gives back the room for growing.
    void shrink();

    Hits find(const PeopleQuery &query) const;
    // Only what can be a phoneEnds hit.
    Hits findPhones(const PeopleQuery &query) const;
    std::size_t memoryBytes() const;

private:
    int rowFor(qint64 id) const;

    std::vector<qint64> m_ids;
    // At least as long as any number in the block's names and addresses: few are as long as a
    // phone, so that a search for one need not read them.
    int m_longestNumber = 0;
    PeopleColumn<quint16> m_names;
    PeopleColumn<quint16> m_nameSyllables;
    PeopleColumn<quint16> m_addresses;
    PeopleColumn<quint16> m_addressSyllables;
    PeopleColumn<quint8> m_phones;
    PeopleColumn<quint8> m_accounts;
};

} // namespace store
