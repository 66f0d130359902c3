// SPDX-License-Identifier: GPL-3.0-or-later
// One searchable field of a block of people: the rows' cells (characters, syllables or digits) one
// after the other in one piece of memory, which is what makes reading through all of them fast.
#pragma once

#include "store/cell_scan.h"
#include "store/wiping_allocator.h"

#include <QVarLengthArray>

#include <algorithm>
#include <bit>
#include <bitset>
#include <vector>

namespace store
{

template <class Cell> using CellPattern = std::vector<CellRange<Cell>>;

// Stands before the first and behind every row, so that no pattern is found across rows and a
// pattern can ask for a row's beginning or end. No cell of a row has this value, except where a
// row has parts that are parted by it.
constexpr int rowSeparator = 0;

template <class Cell> class PeopleColumn
{
public:
    PeopleColumn()
        : m_cells(1 + padding, Cell(rowSeparator))
    {
        m_seen.set(rowSeparator);
    }

    void insert(int row, const Cell *cells, qsizetype count);
    void erase(int row);
    // The rows from the given one on go to another column, which is empty.
    void moveTo(PeopleColumn &other, int firstRow);
    void shrink();
    std::size_t memoryBytes() const;

    // Calls onHit(row, cell behind the hit) for every place where one of the patterns is found.
    template <class OnHit>
    void find(const std::vector<CellPattern<Cell>> &patterns, OnHit onHit) const;

private:
    // Separators behind the last row, so that the cells are read by whole words.
    static constexpr qsizetype padding = placesPerWord;

    qsizetype contentSize() const { return m_ends.empty() ? 1 : m_ends.back(); }
    qsizetype beginOf(int row) const { return row == 0 ? 1 : m_ends[row - 1]; }
    int rowAt(qsizetype position) const
    {
        return int(
            std::upper_bound(m_ends.begin(), m_ends.end(), quint32(position)) - m_ends.begin());
    }
    template <class OnHit> void findOne(const CellPattern<Cell> &pattern, OnHit onHit) const;
    bool mayHold(const CellPattern<Cell> &pattern) const;
    bool fits(const CellPattern<Cell> &pattern, qsizetype position) const;
    void cutTail(qsizetype newContentSize);

    WipedVector<Cell> m_cells;
    WipedVector<quint32> m_ends; // past each row's separator
    // Which cells there have ever been, some sharing a bit. Most patterns that are nowhere have a
    // cell that is nowhere: the rows need not be read for them.
    std::bitset<1024> m_seen;
};

template <class Cell> void PeopleColumn<Cell>::insert(int row, const Cell *cells, qsizetype count)
{
    const qsizetype begin = beginOf(row);
    m_cells.insert(m_cells.begin() + begin, count + 1, Cell(rowSeparator));
    std::copy_n(cells, count, m_cells.begin() + begin);
    for (qsizetype i = 0; i < count; ++i)
        m_seen.set(cells[i] % m_seen.size());
    m_ends.insert(m_ends.begin() + row, quint32(begin));
    for (auto end = m_ends.begin() + row; end != m_ends.end(); ++end)
        *end += quint32(count + 1);
}

template <class Cell> void PeopleColumn<Cell>::erase(int row)
{
    const qsizetype begin = beginOf(row);
    const qsizetype count = m_ends[row] - begin;
    std::copy(m_cells.begin() + m_ends[row], m_cells.end(), m_cells.begin() + begin);
    cutTail(contentSize() - count);
    m_ends.erase(m_ends.begin() + row);
    for (auto end = m_ends.begin() + row; end != m_ends.end(); ++end)
        *end -= quint32(count);
}

// A vector keeps what lay behind its new end; an erased customer must not stay there.
template <class Cell> void PeopleColumn<Cell>::cutTail(qsizetype newContentSize)
{
    std::fill(m_cells.begin() + newContentSize, m_cells.end(), Cell(rowSeparator));
    m_cells.resize(newContentSize + padding);
}

template <class Cell> void PeopleColumn<Cell>::moveTo(PeopleColumn &other, int firstRow)
{
    const qsizetype begin = beginOf(firstRow);
    other.m_cells.insert(
        other.m_cells.begin() + 1, m_cells.begin() + begin, m_cells.begin() + contentSize());
    for (auto end = m_ends.begin() + firstRow; end != m_ends.end(); ++end)
        other.m_ends.push_back(*end - quint32(begin) + 1);
    other.m_seen = m_seen;
    cutTail(begin);
    m_ends.resize(firstRow);
}

template <class Cell> void PeopleColumn<Cell>::shrink()
{
    m_cells.shrink_to_fit();
    m_ends.shrink_to_fit();
}

template <class Cell> std::size_t PeopleColumn<Cell>::memoryBytes() const
{
    return m_cells.capacity() * sizeof(Cell) + m_ends.capacity() * sizeof(quint32);
}

template <class Cell> bool PeopleColumn<Cell>::mayHold(const CellPattern<Cell> &pattern) const
{
    return std::all_of(pattern.begin(), pattern.end(), [this](CellRange<Cell> range) {
        for (std::size_t cell = range.first; cell <= std::size_t(range.first) + range.span; ++cell)
            if (m_seen.test(cell % m_seen.size()))
                return true;
        return false;
    });
}

template <class Cell>
bool PeopleColumn<Cell>::fits(const CellPattern<Cell> &pattern, qsizetype position) const
{
    return std::equal(pattern.begin(), pattern.end(), m_cells.begin() + position,
        [](CellRange<Cell> range, Cell cell) { return range.accepts(cell); });
}

template <class Cell>
template <class OnHit>
void PeopleColumn<Cell>::find(const std::vector<CellPattern<Cell>> &patterns, OnHit onHit) const
{
    for (const auto &pattern : patterns)
        if (mayHold(pattern))
            findOne(pattern, onHit);
}

template <class Cell>
template <class OnHit>
void PeopleColumn<Cell>::findOne(const CellPattern<Cell> &pattern, OnHit onHit) const
{
    const qsizetype reach = qsizetype(pattern.size()) - 1;
    const qsizetype words = (contentSize() - reach + placesPerWord - 1) / placesPerWord;
    if (words <= 0)
        return;
    QVarLengthArray<quint64, 1024> places(words);
    const Probes<Cell> probes{
        {{0, pattern.front()}, {reach / 2, pattern[reach / 2]}, {reach, pattern.back()}}};
    findPlaces(m_cells.data(), probes, words, places.data());
    for (qsizetype word = 0; word < words; ++word) {
        for (quint64 left = places[word]; left; left &= left - 1) {
            const qsizetype position = word * placesPerWord + std::countr_zero(left);
            // The pattern may have begun with the separator before its row.
            const qsizetype behind = position + qsizetype(pattern.size());
            if (fits(pattern, position))
                onHit(rowAt(behind - 1), m_cells[behind]);
        }
    }
}

} // namespace store
