// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "domain/shape.h"

#include <QSet>
#include <QStringList>

#include <variant>

namespace geo
{

/// Codes of grids by the standard: fifteen digits (county 6, street 3, community 3, sequence 3), given out west to east
/// and north to south, as one reads. A company may number its own 01 to 99 instead.

constexpr qsizetype communityDigits = 12;

/// The places of the areas in their list, in the order in which they are numbered: rows from north to south as high as a grid
/// mostly is, each from west to east. Those without an area come last.
QVector<int> numbered(const QVector<domain::GridArea> &areas);

/// A code for each area, at its place in the list. The prefix is the community's twelve digits, or empty for 01 to 99; codes that are taken are
/// left out.
std::variant<QStringList, domain::Refusal> proposeCodes(
    const QVector<domain::GridArea> &areas, const QString &prefix, const QSet<QString> &taken = {});

/// What is wrong with a code, if anything.
std::optional<domain::Refusal> faultOfCode(const QString &code);

} // namespace geo
