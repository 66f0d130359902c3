// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duplicates.h"
#include "store/key_ring.h"

#include <functional>

namespace store
{

/// Says how far a long search is, in parts of a hundred; false stops it.
using SearchStep = std::function<bool(int)>;

/// Pairs of files that are likely of one person, by row numbers, the surest first. Files that are merged
/// already and pairs that somebody judged to be of two people are left out. Reads all customers: for a thread of its own.
QVector<domain::DuplicatePair> findDuplicates(
    Database &database, KeyRing &keys, const SearchStep &step);

} // namespace store
