// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

namespace store
{
class Reader;
}

namespace reports
{

/// One measure that was drawn from a complaint so that it doesn't come again: a row of the register of measures with its
/// ticket and its people by name. It is due at the end of a day, so it is late from the next one on.
struct Improvement {
    enum class Stage : quint8 {
        Overdue, ///< not done, and its day is over
        Open,
        Done, ///< whether it helped is not checked yet
        Checked,
    };

    domain::Id id;
    domain::Id ticket; ///< null: of no ticket
    QString number; ///< of the ticket
    QString what;
    domain::Id owner;
    QString who; ///< the owner's name
    qint64 due_ms = 0;
    qint64 done_ms = 0; ///< 0: it isn't
    QString effect;
    QString checkedBy;
    qint64 checked_ms = 0; ///< 0: nobody did

    Stage stage(qint64 at_ms, const QTimeZone &zone) const;
    /// Days of the calendar between its day and the one on which it was done, or the moment asked about; 0 when it is in time.
    qint64 lateDays(qint64 at_ms, const QTimeZone &zone) const;
    /// "overdue by 3 days", "done 2026-11-20, 2 days late" …
    QString standing(qint64 at_ms, const QTimeZone &zone) const;
    QDate day(qint64 at_ms, const QTimeZone &zone) const;

    bool operator==(const Improvement &) const = default;
};

QString codeOf(Improvement::Stage stage);
/// Open, overdue and so on, in words.
QString wordOf(Improvement::Stage stage);

/// The measures of one ticket, those that are due first in front.
QVector<Improvement> findImprovementsOf(store::Reader &reader, const domain::Id &ticket);

/// Which measures a report tells of: those of its tickets, and those that are still to be done or checked and whose ticket happened
/// before its period ended, however long ago.
struct ImprovementQuery {
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< the first moment that no longer belongs
    QStringList grids; ///< of their tickets, by code; empty: everywhere
    QStringList kinds; ///< of their tickets, codes; empty: all
    qint64 position = 0; ///< as the desk knew them after this entry
    qint64 at_ms = 0; ///< the moment by which they are overdue
};

/// The overdue first, the longest in front, then what is open, done and checked. Measures of no ticket stand there while they are open, from
/// the period on in which they were put on record, where no grid is asked for. Throws store::SqlFailure.
QVector<Improvement> findImprovements(store::Reader &reader, const ImprovementQuery &query);

/// The overdue measures that a person is to hear of: the own ones, and those of tickets for which the person is chief, head of
/// department, supervisor or manager.
QVector<Improvement> findOverdueFor(store::Reader &reader, const domain::Id &person);

} // namespace reports
