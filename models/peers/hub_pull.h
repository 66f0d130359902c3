// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "peers/hub_entries.h"

#include <deque>

namespace peers
{

/// Something that the hub said and that isn't so.
struct HubFault {
    Id feed;
    qint64 sequence = 0; ///< the first entry that can't be had
    QString words;
};

/// What this desk lacks and the hub holds, in helpings in which causes come first. Every feed is a lane that is read ahead by
/// places only (some bytes an entry); the lanes are merged by depth and the entries themselves read for one helping
/// at a time. So memory stays small and the cost is that of the entries read, for one feed and for a thousand.
class HubPull
{
public:
    struct Helping {
        QVector<HubRow> rows; ///< checked against their bytes and the chain
        QSet<Id> owners; ///< of sealed fields in them
        bool isEmpty() const { return rows.isEmpty(); }
    };

    HubPull(HubEntries &entries, Exchange &exchange)
        : m_entries(entries)
        , m_exchange(exchange)
    {
    }

    /// This desk holds the feed up to `known`, the hub up to `goal`.
    void want(const Id &feed, const HubFeed &there, qint64 known, qint64 goal);
    /// Empty when nothing is left.
    Helping next(qsizetype bytes);
    /// Leaves the rest of a feed where it is, until it is wanted anew.
    void setAside(const HubFault &fault);
    qint64 behind() const;
    const QVector<HubFault> &faults() const { return m_faults; }
    void forgetFaults() { m_faults.clear(); }

private:
    struct Lane {
        qint64 known = 0; ///< handed out up to here
        qint64 goal = 0;
        Id root; ///< the feed that its entries name
        QByteArray
            tip; ///< hash of the entry `known`; empty: not known, as a branch's beginning may be
        std::deque<HubPlace> places;
        std::optional<HubFault> fault; ///< behind the places
    };
    using Place = record::FeedPosition;

    void readAhead();
    void fillWithRuns(const Place &from, QVector<HubPlace> places, qsizetype most);
    void fill(const Id &feed, Lane &lane, const QVector<HubPlace> &places, qsizetype most);
    QVector<Place> choose(qsizetype bytes);
    void read(const QVector<Place> &chosen, Helping &helping);
    void dropDone();

    HubEntries &m_entries;
    Exchange &m_exchange;
    QMap<Id, Lane> m_lanes;
    QVector<HubFault> m_faults;
};

} // namespace peers
