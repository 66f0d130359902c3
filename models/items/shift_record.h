// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "items/shown_contact.h"

namespace items
{

/// What a shift leaves on record: the log of those on duty, and the handing over from one person to the next.

/// The role under which the lists of both say of a row that something waits.
inline constexpr int WaitsRole = 0x0100 + 1; // Qt::UserRole + 1

/// One line of the duty log, as it is read.
struct DutyLine {
    domain::Id id;
    qint64 at_ms = 0;
    QString kind; ///< a code of List::DutyKind
    QString phone; ///< its middle is covered
    QString what;
    QString by; ///< the name of whoever was on duty
    bool isOpen = false; ///< something is still to be done
    qint64 settled_ms = 0;
    QString result;

    bool operator==(const DutyLine &) const = default;
};

/// The lines of a stretch of time, and with `withOpen` those before it on which something is still to be done; the newest first.
/// Reads a year of it; for a thread of its own.
QVector<DutyLine> findDutyLog(
    store::Reader &reader, qint64 from_ms, qint64 until_ms, bool withOpen);
/// Whom to call back for a line: the whole number, for whoever settles it.
QString phoneToCall(store::Reader &reader, const domain::Id &line);

/// One handing over, as it is read.
struct HandoverLine {
    domain::Id id;
    QString shift; ///< as it is typed into the roster
    QString where;
    domain::Id giver;
    QString givenBy;
    qint64 given_ms = 0;
    QString promises; ///< a line each
    QString calls; ///< a line each
    qint64 drafts = 0;
    QString watch;
    domain::Id taker;
    QString takenBy;
    qint64 taken_ms = 0; ///< 0: it waits to be taken over
    QString remark;

    bool waits() const { return taken_ms == 0; }
    bool operator==(const HandoverLine &) const = default;
};

/// The command by which somebody takes over what was shown: refused where it was brought up to date meanwhile.
domain::PutRow takingOver(
    const HandoverLine &shown, const domain::Id &taker, qint64 at_ms, const QString &remark);

/// The last ones, the newest first; for a thread of its own.
QVector<HandoverLine> findHandovers(store::Reader &reader, qsizetype most);
HandoverLine handoverFrom(store::Reader &reader, const domain::RegisterRow &row);
/// Those that this person may take over: whoever hands over doesn't take it over too.
QVector<HandoverLine> waitingFor(const QVector<HandoverLine> &handovers, const domain::Id &person);

/// Whose promises a handing over gathers; empty for all.
struct ShiftScope {
    QString grid; ///< its code
    QString unit;

    bool isAll() const { return grid.isEmpty() && unit.isEmpty(); }
    bool operator==(const ShiftScope &) const = default;
};
/// The grid of a person, else the team; all for who has neither.
ShiftScope scopeOf(store::Reader &reader, const domain::Id &person);

/// What is handed over without being typed: nothing of it is anybody's personal data.
struct GatheredShift {
    QString shift; ///< of the person on that day, as it is typed into the roster
    QString promises;
    QString calls;
    qint64 promiseCount = 0;
    qint64 callCount = 0;
    qint64 until_ms = 0; ///< promises that run out before then
};
/// What runs out within the next shift or is overdue, and what is open in the log. For a thread of its own.
GatheredShift gatherShift(
    store::Reader &reader, const domain::Id &person, const ShiftScope &scope, qint64 now_ms);
/// A handing over of what was gathered; where, and what is to be watched, is added by whoever gives.
domain::Values handoverOf(
    const GatheredShift &gathered, const domain::Id &giver, qint64 now_ms, qint64 drafts);

} // namespace items
