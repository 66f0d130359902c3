// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bare.h"

#include <array>
#include <memory>
#include <vector>

namespace bench
{

/// How far a desk's tables reach: the last number in each of those that others follow.
struct Reach {
    qint64 entry = 0;
    qint64 row = 0; ///< of a register
    qint64 ticket = 0;

    static Reach of(Bare &desk);
};

/// The very rows that commands left in a desk's tables between two reaches, held in memory, so that a baseline can
/// write the same: the record's entries and keys, register rows, tickets, steps, clocks. The tickets among
/// them must be new ones.
class DeskRows
{
public:
    static constexpr size_t tables = 7;

    DeskRows(Bare &desk, const Reach &after, const Reach &upTo);

    const Reach &after() const { return m_after; }
    const Reach &upTo() const { return m_upTo; }

private:
    friend class RowWriter;
    struct Free {
        void operator()(sqlite3_value *value) const;
    };
    using Cells = std::vector<std::unique_ptr<sqlite3_value, Free>>;

    Reach m_after;
    Reach m_upTo;
    std::array<Cells, tables> m_cells; ///< row after row
};

/// Writes such rows into another database with prepared statements, one transaction each time.
class RowWriter
{
public:
    enum class Text { Later, InTheSameTransaction };

    RowWriter(Bare &into, Text text);
    void write(const DeskRows &rows);

private:
    Bare &m_into;
    std::vector<BareStatement> m_inserts;
    std::unique_ptr<BareStatement> m_text;
    std::unique_ptr<BareStatement> m_textReach;
};

} // namespace bench
