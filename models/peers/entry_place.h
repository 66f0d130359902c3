// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QByteArray>

#include <optional>

namespace peers
{

using domain::Id;

/// Where an entry stands in the record.
struct EntryPlace {
    Id feed;
    qint64 sequence = 0;
};

/// Read from the front of an entry's bytes alone, since whoever keeps them checks the rest; nothing when these are no entry's.
std::optional<EntryPlace> placeOf(const QByteArray &entry);

} // namespace peers
