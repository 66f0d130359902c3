// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/outages.h"
#include "store/reader.h"

#include <functional>

namespace items
{

/// What stands in the intake form as far as it says who calls, from where and about what.
struct CallerQuestion {
    QString phone;
    QString name;
    domain::Id known; ///< the customer, when a person was chosen from the file
    domain::Values ticket; ///< kind, line, category, urgency, place

    bool operator==(const CallerQuestion &) const = default;
};

/// A customer on file who may be the one calling.
struct KnownCaller {
    domain::Id id;
    qint64 row = 0;
    QString name;
    QString phone;
    QString address;
    QString needs;
    QStringList groups; ///< codes of List::CustomerGroup, and words of one's own
    QStringList otherPhones; ///< of files merged into this one, and of the household
    QStringList otherNames; ///< likewise
    QString
        speaks; ///< the household member whose number this is, with the relation; empty for the customer
    QString preference; ///< how and when to reach them, in their language
    bool isCertain = false; ///< chosen, or the only one with exactly this number
};

/// A ticket that may already be about the same matter.
struct PossibleDuplicate {
    enum Why : quint8 { SamePlace, SameMatter } why = SamePlace;
    store::TicketLine line;
};

/// What was there before: a cause that wasn't found, or somebody who is not being heard.
struct Repeats {
    qint64 samePlace =
        0; ///< of the same category from the same building, open or not, in repeatDays
    qint64 complaints = 0; ///< of the certain caller within a year
};
constexpr int repeatDays = 90;
/// From how many on it is worth a word.
constexpr int manyAtOnePlace = 2;
constexpr int manyComplaints = 2;

/// Whom the grid would send: the best one of its team, with the reasons; nobody where all are away.
struct Proposal {
    QString team;
    QString person;
    domain::Id personId;
    QString why;
};

/// What is said and asked in such a call, by the register of guidance: each column by the row that fits and names the most.
struct Guidance {
    QString greeting;
    QString questions;
    QString wording;
    QString avoid;
    QString beforeCrew; ///< to be checked before somebody is sent
};

/// What the desk knows about a call before anything is saved.
struct CallerAnswer {
    CallerQuestion question;
    QVector<KnownCaller> callers; ///< the most likely first
    QVector<store::TicketLine> openTickets; ///< of the certain caller
    qint64 ofLastYear = 0;
    qint64 dissatisfiedOfLastYear = 0;
    QVector<PossibleDuplicate> duplicates;
    QVector<OutageLine> outages; ///< that the caller may mean
    Repeats repeats;
    domain::Id grid;
    QString gridCode;
    QString gridName;
    QString chiefName;
    QString chiefPhone;
    std::optional<Proposal> proposal;
    Guidance guidance;
    QVector<domain::ClockStart> promises;
    QStringList counting; ///< how the time of each counts, in words
    qint64 asked_ms = 0;
    QTimeZone zone;

    const KnownCaller *certain() const
    {
        return !callers.isEmpty() && callers.first().isCertain ? &callers.first() : nullptr;
    }
};

/// A time in which two calls from one building are likely to be about one matter.
constexpr qint64 sameMatter_ms = 30 * 60 * 1000;

/// The part of an address that neighbours share: up to the building or its entrance, without the room.
QString buildingOf(const QString &address);

/// Looks everything up. Stops early with what it has when `superseded` turns true.
CallerAnswer findCallerAnswer(
    store::Reader &reader, const CallerQuestion &question,
    const std::function<bool()> &superseded = [] { return false; });

} // namespace items
