// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

#include <QString>

namespace exchange
{

// The words that tables of this trade use at the head of a column and in its cells, beside our own
// keys, codes and labels: 留言主题 for the title, 报修 for a repair. They hold in every language of the window.

// A header without what people put around its word: blanks between the characters, colons, the star or the
// "(必填)" of a field that must be filled in.
QString bareHeader(const QString &header);
// The key of the field that a header names in tables of this kind ("tickets" or a register's key);
// empty when it is none that we know.
QString keyForHeader(const QString &kind, const QString &header);

// Where a column stands in an address that is spread over several (小区, 楼栋, 单元, 房号); -1 for any other.
int addressPartOf(const QString &header);

// The code of a closed list that a cell names by its code, its word in the window's language or a
// word of the trade; empty when the list has no such word.
QString codeForWord(domain::List list, const QString &word);
// Likewise for a state of any workflow.
QString stateForWord(const QString &word);
std::optional<bool> flagForWord(const QString &word);

} // namespace exchange
