// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QVector>

#include <optional>

namespace store
{

class Reader;

/// An entry as a list shows it: who appended it, when, and what it said.
struct EntryLine {
    domain::Id desk;
    domain::Id actor;
    qint64 recorded_ms = 0;
    QVector<domain::Event> events;
};

/// The entry at a position of the record; nothing where there is none, or where it can't be read.
std::optional<EntryLine> findEntry(Reader &reader, qint64 position);

} // namespace store
