// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loop of a search through a million people: at which of many places the cells may be
// those of a pattern, judged by three of them.
#pragma once

#include <QtGlobal>

#include <array>

namespace store
{

// Which cells a place of a pattern accepts: from first to first + span.
template <class Cell> struct CellRange {
    Cell first;
    Cell span;

    bool accepts(Cell cell) const { return static_cast<Cell>(cell - first) <= span; }
};

// A cell that is looked at, counted from the place where the pattern begins.
template <class Cell> struct Probe {
    qsizetype offset;
    CellRange<Cell> range;
};
template <class Cell> using Probes = std::array<Probe<Cell>, 3>;

constexpr int placesPerWord = 64;

// Sets bit i of the words where all probes accept their cells counted from cells[i], and clears
// the others, for the given number of words. All cells that this takes must be readable.
void findPlaces(
    const quint8 *cells, const Probes<quint8> &probes, qsizetype words, quint64 *places);
void findPlaces(
    const quint16 *cells, const Probes<quint16> &probes, qsizetype words, quint64 *places);

} // namespace store
