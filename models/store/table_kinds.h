// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

namespace store
{

/// Every table of a desk's database and to whom its rows belong. What belongs to the company may be handed to another desk as it is;
/// what belongs to this desk never leaves it. A table that stands in no line is refused by a test.
struct TableKind {
    enum Owner : quint8 {
        Company, ///< the record, and what is folded from it
        ThisDesk, ///< its keys, its peers, what it waits for
    };
    const char *name;
    Owner owner;
};

std::span<const TableKind> tableKinds();

/// The few values in `local` that say something about the tables and go with them.
std::span<const char *const> valuesOfTables();

} // namespace store
