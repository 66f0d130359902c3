// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table_kinds.h"

namespace store
{

namespace
{

constexpr TableKind kinds[] = {
    {"feeds", TableKind::Company},
    {"entries", TableKind::Company},
    {"named", TableKind::Company},
    {"tickets", TableKind::Company},
    {"registers", TableKind::Company},
    {"steps", TableKind::Company},
    {"clocks", TableKind::Company},
    {"conflicts", TableKind::Company},
    {"history", TableKind::Company},
    {"rights", TableKind::Company},
    {"looks", TableKind::Company},
    {"ticket_text", TableKind::Company},
    {"local", TableKind::ThisDesk},
    {"sealing_keys", TableKind::ThisDesk},
    {"lacking_keys", TableKind::ThisDesk},
    {"waiting", TableKind::ThisDesk},
    {"peers", TableKind::ThisDesk},
};

constexpr const char *values[] = {"projection_version", "text_indexed_to"};

} // namespace

std::span<const TableKind> tableKinds()
{
    return kinds;
}

std::span<const char *const> valuesOfTables()
{
    return values;
}

} // namespace store
