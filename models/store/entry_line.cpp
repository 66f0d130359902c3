// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/entry_line.h"

#include "record/entry.h"
#include "store/reader.h"

namespace store
{

std::optional<EntryLine> findEntry(Reader &reader, qint64 position)
{
    try {
        Statement find(reader.database().handle(), "SELECT bytes FROM entries WHERE position=?");
        find.bind(1, position);
        const auto entry = find.step() ? record::decode(find.blob(0)) : std::nullopt;
        if (!entry)
            return {};
        return EntryLine{entry->desk, entry->actor, entry->recorded_ms, entry->events};
    } catch (const SqlFailure &) {
        return {};
    }
}

} // namespace store
