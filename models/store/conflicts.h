// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/entry_index.h"
#include "store/entry_line.h"
#include "store/reader.h"

#include <QSet>

namespace store
{

/// Which conflicts a list shows.
struct ConflictQuery {
    enum Which : quint8 { Open, Settled, All } which = Open;
    domain::Id subject; ///< null: about anything
    std::optional<domain::Actor> settler; ///< only those that this one may settle
    qsizetype most = 20'000; ///< nobody goes through more by hand
};

/// One of the two entries of a conflict: what it says of the thing that the conflict is about, and whether its desk had
/// folded the other one by then.
struct ConflictSide {
    qint64 position = 0; ///< 0: there is none
    domain::Id desk;
    domain::Id actor;
    qint64 recorded_ms = 0;
    QVector<domain::Event> events;
    bool knewOther = false;

    bool isThere() const { return position != 0; }
};

/// Answers about conflicts. Remembers nothing of them, and of the feeds what changes only by a commit.
class ConflictReader
{
public:
    explicit ConflictReader(Reader &read)
        : m_read(read)
        , m_index(read.database())
    {
    }

    /// Their numbers in this database, the newest first.
    QVector<qint64> findNumbers(const ConflictQuery &query);
    std::optional<ConflictLine> find(qint64 number);
    /// What one entry says of the subject; `other` is the entry on the other side, 0 for none.
    ConflictSide side(qint64 position, qint64 other, const domain::Id &subject);
    /// In which state a ticket was where an entry stands in the order of the record, before it; empty where that is
    /// too long a way to tell.
    QString stateBefore(const domain::Id &ticket, qint64 position);
    /// After a commit.
    void forget() { m_index.forget(); }

private:
    Reader &m_read;
    EntryIndex m_index;
};

/// The entries that stay on record without effect on a ticket or a row. Throws SqlFailure.
QSet<qint64> entriesWithoutEffect(Database &database, const domain::Id &subject);

} // namespace store
