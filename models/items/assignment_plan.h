// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "items/candidates.h"

#include <QSet>

namespace items
{

/// Many tickets given out in one go, as it would be: whom each is proposed to and why, and what that makes of everybody's load. Nothing
/// is done by it; what the chief agrees to becomes commands.

/// What is proposed for one ticket, and what the chief chose.
struct AssignmentLine {
    enum Outcome : quint8 {
        Proposed,
        Nobody, ///< those who might be asked are away or not able, or there are none
        HasSomebody, ///< a person has it already
        NotNow, ///< as it stands it isn't given to a person
        NotYours, ///< it is, by others
    } outcome = NotNow;

    qint64 row = 0; ///< of the ticket in this database
    domain::Id ticket;
    qint64 revision = 0; ///< that was looked at
    QString number;
    QString what; ///< its category, else its title
    domain::Id grid;
    domain::Id has; ///< whom it is with already
    QString action; ///< by which it is given
    bool takesUnit = false;
    QVector<domain::Candidate> ranked; ///< the best one first; only so many as were asked for
    qsizetype chosen = -1; ///< a place among them; -1: the ticket is left out

    /// Who gets it; null for nobody.
    const domain::Candidate *given() const;
    /// Whether that is somebody else than was proposed, which wants a reason.
    bool isOtherwise() const;
    /// Gives it to that person. `reason` is why not to the one who was proposed.
    domain::ActOnTicket command(const QString &reason = {}) const;
};

/// What somebody has before anything of the plan is given out.
struct PersonLoad {
    domain::Id id;
    QString login;
    QString name;
    QString team;
    qint64 inHand = 0;
    qint64 ofMonth = 0;
    bool isAble = false; ///< something of it might be proposed to this person
    qint64 given = 0; ///< of the plan, as it was proposed
};

/// Proposes tickets one after the other, each with what the ones before have added to everybody's load.
class AssignmentPlanner
{
public:
    /// `alternatives`: so many candidates are kept of each ticket.
    AssignmentPlanner(
        store::Reader &reader, const domain::Actor &actor, qsizetype alternatives = 1);

    AssignmentLine propose(const store::NumberedTicket &ticket);
    /// Everybody who was a candidate for any of them; where nobody was, all who take matters.
    QVector<PersonLoad> people();

private:
    AssignmentLine::Outcome findAction(AssignmentLine &line, const domain::Ticket &ticket);

    store::Reader &m_reader;
    const domain::Actor m_actor;
    const qsizetype m_alternatives;
    CandidateFinder m_finder;
    QHash<domain::Id, qint64> m_given;
    QSet<domain::Id> m_asked, m_able;
};

/// How evenly this month's matters are spread over those who are able or get something; `given` counts by person.
domain::Spread spreadOver(
    const QVector<PersonLoad> &people, const QHash<domain::Id, qint64> &given);
/// "Even: least 2, most 5, Gini 0.12."
QString spreadWords(const domain::Spread &spread);

struct AssignmentPlan {
    QVector<AssignmentLine> lines;
    QVector<PersonLoad> people;
    bool isStopped = false; ///< it was given up before it was whole

    /// How many each person gets, by what is chosen now.
    QHash<domain::Id, qint64> given() const;
    domain::Spread before() const { return spreadOver(people, {}); }
    domain::Spread after() const { return spreadOver(people, given()); }
};

/// Told how many were looked at; says false to stop.
using PlanStep = std::function<bool(qsizetype)>;
/// The plan for these tickets, in their order; for a thread of its own.
AssignmentPlan planAssignment(store::Reader &reader, const QVector<qint64> &tickets,
    const domain::Actor &actor, qsizetype alternatives, const PlanStep &step = {});

} // namespace items
