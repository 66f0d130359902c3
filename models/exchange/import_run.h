// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/personal_notices.h"

#include "desk.h"

#include <atomic>
#include <functional>

namespace exchange
{

// How far an import is.
struct ImportCounts {
    qint64 read = 0;
    qint64 accepted = 0; // new ones
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;
    qint64 noticed = 0; // rows not refused whose plain text holds phone or identity numbers
    qint64 deferred = 0; // references left out because nobody knows the person or grid yet
};

struct ImportProgress {
    ImportCounts counts;
    qint64 bytesRead = 0;
    qint64 size = 0; // bytes
};

struct ImportOptions {
    QString rejects; // where refused rows go; empty: nowhere
    bool alwaysWriteRejects = false; // even if there are none
    bool dryRun = false; // decides, and writes nothing to the desk
    // A person or grid that nobody knows yet is left out of its row instead of refusing it; the same import again,
    // when they are known, fills it in. Staff name their grids, and grids their chiefs.
    bool deferUnknown = false;
    bool sealNumbers =
        false; // phone and identity numbers in tickets' plain texts go to the sealed note
    // New tickets that have a number at their source get the id that follows from both, so that desks which take in the
    // same ones apart hold one ticket when they meet.
    bool idsFromSource = false;
    QString notices; // where the rows with such numbers are listed; empty: nowhere
    std::optional<store::Identity>
        who; // in whose name, for a thread of its own; nothing: of whoever sits at the desk
    std::optional<qint64> drawnFrom_ms; // the beginning of the day from which a map's areas hold
    std::function<void(const QString &grid, const QString &repair)>
        repaired; // called on the importing thread for each area of a map that was put right
    std::function<void(const Row &, const RowProblem &)> refused; // called on the importing thread
    std::function<void(const Row &, const RowProblem &)>
        leftOut; // likewise, for what deferUnknown leaves out
    std::function<void(const ImportProgress &)> progress; // called on the importing thread
    const std::atomic<bool> *cancel = nullptr; // turns true when the person has had enough
};

// What came of an import. After a failure and after a cancel the counts tell what was taken in until then.
struct ImportReport {
    ImportCounts counts;
    QString rejects; // the rejects file, empty where none was written
    QString notices; // likewise
    bool cancelled = false;
    std::optional<domain::Refusal> failure; // the desk failed or is held by another program
    std::optional<FileRefusal> fileFailure; // the table or the rejects file did
};

// What is to be done with one row.
struct RowPlan {
    enum Kind : quint8 {
        New,
        Changed,
        Unchanged,
        Refused,
        Repeated, // says what a row on its way to the desk says
        Waiting, // says something else about the thing of such a row: ask again when that has arrived
    };

    Kind kind = Unchanged;
    QVector<domain::Command> commands;
    RowProblem problem;
    QString key; // of the thing that the row is about
    QVector<PersonalNotice> notices = {};
    QVector<RowProblem> leftOut = {}; // references that nobody knows yet

    static RowPlan refused(RowProblem problem) { return {Refused, {}, std::move(problem), {}}; }
};

// Decides what to do with the rows of one table.
class RowPlanner
{
public:
    virtual ~RowPlanner() = default;
    virtual RowPlan plan(const Row &row) = 0;
    // The row that was planned with this key has arrived at the desk, or was refused there.
    virtual void arrived(const QString &key) = 0;
    // Why the desk could not be read, if it couldn't.
    virtual std::optional<domain::Refusal> failure() = 0;
};

// Carries out the plans for a table, batch by batch: while the desk commits one, the next is being read.
// Belongs to no thread: it may run beside the window's once the desk writes (Desk::startWriting).
ImportReport runImport(
    Desk &desk, TableReader &table, RowPlanner &planner, const ImportOptions &options);

} // namespace exchange
