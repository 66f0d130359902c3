// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql.h"

#include <QStringList>
#include <QVector>

#include <array>
#include <atomic>
#include <functional>
#include <optional>

namespace store
{

/// A ticket as a report counts it: no text, only what is true of it, when it happened, and which group
/// it falls into by each field that the report asks about.
struct TicketFacts {
    static constexpr int mostGroupings = 12;

    qint64 happened_ms = 0;
    qint64 arrived_ms = 0; ///< first arrival; 0 when nobody has arrived
    qint64 finished_ms = 0; ///< last finish; 0 when it isn't finished
    qint64 due_ms = 0; ///< of the running clock that is due first; 0 when none runs
    qint64 missedClocks = 0; ///< that ran out before they were stopped
    int round = 1;
    int satisfaction = 0; ///< 1…5, 0 when nobody was asked
    std::optional<bool> recordedOnTime; ///< what the file said that it was imported from
    bool isRepair = false;
    bool isClosed = false;
    bool isCancelled = false;
    std::array<quint32, mostGroupings> groups{}; ///< for each grouping a place in its FactGroups
};

/// Which tickets are counted (those of some kinds that happened in a span of time, in some grids) and by which kept
/// fields they are told apart.
struct FactQuery {
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< the first moment that no longer belongs
    QStringList grids; ///< by code; empty: everywhere
    QStringList kinds; ///< codes; empty: all
    QVector<quint8> groupings; ///< at most TicketFacts::mostGroupings
};

/// One value by which tickets are told apart: its code, and its name where a register has one.
struct FactGroup {
    QString code; ///< empty for tickets without a value
    QString name;
};

/// What was found for one FactQuery: for each grouping its groups, in the order in which they came up.
using FactGroups = QVector<QVector<FactGroup>>;

/// Receives every ticket of the query with this place in the list of queries.
using TakeFacts = std::function<void(qsizetype query, const TicketFacts &ticket)>;

/// The facts of several queries, all as of one position of the record.
struct FactSheet {
    qint64 position = 0;
    QVector<FactGroups> groups;
    bool isComplete = false; ///< false when it was stopped
};

/// Reads every query's tickets in one scan of its span of time. Throws SqlFailure.
FactSheet findFacts(Database &database, const QVector<FactQuery> &queries, const TakeFacts &take,
    const std::atomic<bool> *stop = nullptr);

/// The same as the desk knew it after the entry at `position`: folds the record up to there anew, in
/// memory. Throws SqlFailure.
FactSheet findPastFacts(Database &database, qint64 position, const QVector<FactQuery> &queries,
    const TakeFacts &take, const std::atomic<bool> *stop = nullptr);

/// When an entry was recorded, by the clock of its desk; 0 when there is none. Throws SqlFailure.
qint64 findRecordedAt_ms(Database &database, qint64 position);

} // namespace store
