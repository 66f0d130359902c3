// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cell_scan.h"

#include <cstring>

// Reading is limited by the width of the vector unit: 12 GB/s with what every x86-64 has, 18 with
// the wider one that most have, so that the program takes what it finds.
#if defined(__x86_64__) && defined(__gnu_linux__)
#define FOR_EACH_VECTOR_UNIT [[gnu::target_clones("avx2", "default")]]
#else
#define FOR_EACH_VECTOR_UNIT
#endif

namespace store
{

// Eight bytes of 0 or 1 as eight bits; the product brings each to its place in the highest byte.
static inline quint64 bitsOf(quint64 bytes)
{
    return (bytes * 0x0102040810204080) >> 56;
}

// The first loop has no branch and no exit, which is what compilers make vector code from.
template <class Cell>
[[gnu::always_inline]] static inline quint64 placesFrom(
    const Cell *cells, const Probes<Cell> &probes)
{
    const auto [a, b, c] = probes;
    const Cell *aCells = cells + a.offset;
    const Cell *bCells = cells + b.offset;
    const Cell *cCells = cells + c.offset;
    std::array<quint8, placesPerWord> marks;
    for (int i = 0; i < placesPerWord; ++i)
        marks[i] = quint8(a.range.accepts(aCells[i])) & quint8(b.range.accepts(bCells[i]))
            & quint8(c.range.accepts(cCells[i]));
    std::array<quint64, 8> bytes;
    std::memcpy(bytes.data(), marks.data(), sizeof(bytes));
    quint64 any = 0;
    for (const quint64 eight : bytes)
        any |= eight;
    quint64 places = 0;
    for (int i = 0; any && i < 8; ++i)
        places |= bitsOf(bytes[i]) << (8 * i);
    return places;
}

FOR_EACH_VECTOR_UNIT
void findPlaces(const quint8 *cells, const Probes<quint8> &probes, qsizetype words, quint64 *places)
{
    for (qsizetype i = 0; i < words; ++i)
        places[i] = placesFrom(cells + i * placesPerWord, probes);
}

FOR_EACH_VECTOR_UNIT
void findPlaces(
    const quint16 *cells, const Probes<quint16> &probes, qsizetype words, quint64 *places)
{
    for (qsizetype i = 0; i < words; ++i)
        places[i] = placesFrom(cells + i * placesPerWord, probes);
}

} // namespace store
