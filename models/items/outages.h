// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "items/shown_contact.h"
#include "store/reader.h"

namespace items
{

/// Outages as people deal with them: which are there now, whom they affect, and who called about them and waits to be called
/// back.

struct OutageLine {
    enum Stage : quint8 { Now, Planned, Over } stage = Now;

    domain::Id id;
    qint64 row = 0;
    QString code;
    QString title;
    QString line;
    QStringList grids; ///< codes; none: the whole area
    QString where;
    QString wording;
    bool isPlanned = false;
    bool isCancelled = false;
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< as it is expected; 0: nobody knows
    qint64 restored_ms = 0;
};

/// Those that go on, then those to come, then what is over, the latest first.
QVector<OutageLine> findOutages(store::Reader &reader);
/// Those that somebody who calls from a grid about a service line may mean: not over, and not only days ahead.
QVector<OutageLine> findOutagesAt(store::Reader &reader, const QString &grid, const QString &line);
OutageLine outageFrom(const store::NumberedRow &row, qint64 now_ms);

/// How many called about an outage.
struct OutageCalls {
    qint64 waiting = 0;
    qint64 told = 0;
};
OutageCalls countCalls(store::Reader &reader, const QString &outage);

/// Whom an outage affects, by the premises in its grids.
struct Affected {
    struct KeyUser {
        domain::Id id;
        ShownContact contact;
        QStringList groups;
    };

    qint64 premises = 0;
    qint64 customers = 0;
    QVector<KeyUser>
        keyUsers; ///< those who need more than others, whoever depends on power for a machine first
};
/// Reads all premises of the grids; for a thread of its own.
Affected findAffected(store::Reader &reader, const OutageLine &outage, Clarity clarity);

/// One who waits with an outage or another ticket.
struct Waiting {
    domain::Id ticket;
    QString number;
    QString caller; ///< who it was, or the number; the same for all calls of one person
    bool isNobody = false; ///< anonymous: there is nobody to tell
};
/// In the order in which they called.
QVector<Waiting> findWaiting(store::Reader &reader, const store::TicketQuery &query);
/// Tells all of them in one go: each person once, whatever else that person called about is told with it.
QVector<domain::Command> callBackAll(
    const QVector<Waiting> &waiting, const QString &toldBy, const QString &remark);

} // namespace items
