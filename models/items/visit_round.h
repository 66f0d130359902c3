// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/visit_plan.h"
#include "store/customer_columns.h"
#include "store/reader.h"

namespace items
{

/// A round of a visit plan as people deal with it: whom it takes, who was called already and with what, who is left.

/// One whom a round takes, or who was visited in it. Files that were merged are one.
struct RoundLine {
    enum State : quint8 { Open, Unreached, Reached };

    State state = Open;
    bool isTaken = true; ///< else they were visited and the round no longer takes them
    bool isGone = false; ///< erased or removed since; what they answered still counts
    domain::Id customer; ///< the file that goes on
    qint64 number = 0; ///< its row
    QString name; ///< only where names were asked for
    QString grid; ///< its code; empty: none
    int first = -1; ///< which of the key groups puts them in front; -1: none
    domain::Id visit; ///< the row that counts; null: there is none
    qint64 at_ms = 0;
    QVector<int> scores;

    bool isToCall() const { return isTaken && state != Reached; }
};

struct RoundView {
    enum Stage : quint8 { Running, ToCome, Over };

    domain::VisitPlan plan;
    Stage stage = Running;
    std::optional<domain::VisitRound>
        round; ///< the one that runs, or the last of a plan that is over
    QVector<RoundLine> lines;
    int unwilling = 0; ///< whom the round would take, who don't want to be called

    int taken() const;
    int count(RoundLine::State state) const; ///< of all that were visited or are taken
};

/// Finds rounds. Keeps of each customer what doesn't change, so that the second look costs less than the first; belongs to one thread.
class RoundFinder
{
public:
    enum class Names : quint8 { Without, With };

    /// The round that runs at a moment, or the last one before. With names the lines stand in the order in which they're called: who
    /// depends on it first, then by grid and name; then whom nobody reached, the longest ago in front; then who was reached, the
    /// latest in front.
    RoundView find(store::Reader &reader, const domain::VisitPlan &plan, qint64 at_ms, Names names);
    /// All plans with their rounds, without names: those that run, those to come, those over; each by the code.
    QVector<RoundView> findAll(store::Reader &reader);

private:
    struct Customer {
        qint64 number = 0;
        domain::Id id;
        bool isRemoved = false;
        qint64 lastEntry = 0;
        qsizetype survivor = 0; ///< its place among all
        bool isAlone = true; ///< nothing was merged into it
    };
    struct Known {
        qint64 lastEntry = 0;
        bool isUnwilling = false;
        bool hasName = false;
        QString name;
        QByteArray order; ///< by which names stand one after the other
    };

    void readCustomers(store::Reader &reader);
    void readGrids(store::Reader &reader);
    void readRanks(store::Reader &reader);
    QVector<bool> takenBy(store::Reader &reader, const domain::VisitPlan &plan,
        const domain::VisitRound &round) const;
    void narrowByGroups(
        store::Reader &reader, const domain::VisitPlan &plan, QVector<bool> &taken) const;
    void narrowByGrids(const domain::VisitPlan &plan, QVector<bool> &taken) const;
    void narrowByService(store::Reader &reader, const domain::VisitPlan &plan,
        const domain::VisitRound &round, QVector<bool> &taken) const;
    QString gridOf(qsizetype place, const domain::VisitPlan &plan) const;
    void addLines(store::Reader &reader, RoundView &view, Names names);
    void takeVisits(store::Reader &reader, RoundView &view, QHash<qsizetype, RoundLine> &visited);
    const Known &known(store::Reader &reader, const Customer &customer, Names names);
    void order(RoundView &view) const;
    RoundView viewOf(
        store::Reader &reader, const domain::VisitPlan &plan, qint64 at_ms, Names names);

    QVector<Customer> m_customers;
    QHash<domain::Id, qsizetype> m_places; ///< where among them
    QHash<qint64, qsizetype> m_byNumber;
    QHash<qsizetype, QVector<std::pair<domain::Id, QString>>>
        m_grids; ///< of survivors: premises and the codes of their grids
    QHash<qint64, int> m_ranks; ///< by row
    QVector<store::VisitColumns> m_visits;
    QHash<qint64, Known> m_known;
};

/// What somebody says of a visit.
struct VisitSaid {
    domain::Id by;
    qint64 at_ms = 0;
    bool isReached = true;
    QVector<int> scores;
    QString said;
    domain::Id ticket;
};
/// The command that records it; what was recorded of the same customer in the same round before is replaced.
domain::PutRow visitCommand(const domain::VisitPlan &plan, const domain::VisitRound &round,
    const RoundLine &line, const VisitSaid &said);

} // namespace items
