// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "items/shown_contact.h"
#include "store/committed.h"
#include "store/reader.h"

#include <QSet>

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
    QString cause;
    QString wording; ///< what callers are told
    bool isPlanned = false;
    bool isCancelled = false;
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< as it is expected; 0: nobody knows
    qint64 restored_ms = 0;
    qint64 announced_ms = 0; ///< 0: not yet
    qint64 keyUsersTold_ms = 0; ///< when those who depend on it were told; 0: not yet
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
OutageCalls countCalls(store::Reader &reader, qint64 outage);
/// The filter that finds an outage's callers, by its row: a code may have been given twice.
store::Filter callersOf(qint64 outage);

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

/// Telling all of them in one go: each person once, and what else that person called about together with it, once the first was
/// recorded.
class Telling
{
public:
    Telling() = default;
    Telling(const QVector<Waiting> &waiting, const QString &toldBy, const QString &remark);

    /// The next of them, so many at most; empty when all are told.
    QVector<domain::Command> next(qsizetype most);
    /// How each of these was taken.
    void take(const QVector<store::Verdict> &verdicts);

    qsizetype total() const { return m_total; }
    qint64 done() const { return m_done; }
    qint64 refused() const { return m_refused; }
    const QMap<QString, qint64> &doneBy() const { return m_doneBy; }
    const std::optional<domain::Refusal> &firstRefusal() const { return m_refusal; }

private:
    struct Call {
        domain::ActOnTicket command;
        QString caller; ///< empty: nobody in particular
    };

    QVector<Call> m_firstCalls, m_again, m_underWay;
    QSet<QString> m_told;
    qsizetype m_total = 0;
    qint64 m_done = 0, m_refused = 0;
    QMap<QString, qint64> m_doneBy;
    std::optional<domain::Refusal> m_refusal;
};

} // namespace items
