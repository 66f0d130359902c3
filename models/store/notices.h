// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notices.h"
#include "store/reader.h"

namespace store
{

/// One thing that a person is told of, as lists show it. It follows from the record and is kept nowhere.
struct NoticeLine {
    QString key; ///< the same whenever it is found again in this database
    const domain::NoticeRule *rule = nullptr;
    qint64 position = 0; ///< of the entry that it follows from
    qint64 conflict = 0; ///< the conflict's number, for one that tells of a conflict
    qint64 row = 0; ///< the ticket's number in this database; 0 where it is about none
    domain::Id subject; ///< the ticket, or the row of a register
    std::optional<domain::Register> reg; ///< of the row
    qint64 at_ms = 0; ///< when that was recorded
    QString person; ///< who did it; empty for a conflict
    QString ticket; ///< the number; empty where it is about a row of a register
    QString title; ///< the ticket's; of a row, which register it is in and its code
    QString category;
    QString grid; ///< its code
    QString clock; ///< that is due soon or late (store/escalations.h); empty for all others
    qint64 due_ms = 0;

    bool isEscalation() const { return !clock.isEmpty(); }
};

/// How far somebody has been told: everything up to here was looked through.
struct NoticeReach {
    qint64 position = 0; ///< of the record
    qint64 conflict = 0; ///< the number of the last conflict

    bool operator==(const NoticeReach &) const = default;
};

struct NoticePortion {
    QVector<NoticeLine> lines; ///< the oldest first
    /// Of the last portion: all that stand now, the latest first; nothing where that couldn't be read.
    std::optional<QVector<NoticeLine>> escalations;
    NoticeReach reached;
    bool isLast = true; ///< nothing lies behind it
};

/// Whether it is known by now: whoever has worked on the ticket since knows, at whichever desk that was; a conflict that is
/// settled waits for nobody, nor does a clock that was stopped.
bool isKnownBy(Reader &reader, const domain::Id &person, const NoticeLine &line);

/// How far there is anything to look through now.
NoticeReach noticesEnd(Reader &reader);
/// What a person is told of out of the next `most` entries and conflicts. For a thread of its own.
NoticePortion findNotices(
    Reader &reader, const domain::Id &person, const NoticeReach &from, qint64 most);

} // namespace store
