// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/assignment_plan.h"

#include "domain/decide.h"

#include <QCoreApplication>

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items::assignment)
};

/// Below these Gini coefficients a spread is called even, or nearly so.
constexpr double even = 0.15, nearlyEven = 0.35;

bool isAmongFields(const ActionSpec &action, quint8 field)
{
    return std::ranges::find(action.fields, field, &FieldUse::field) != action.fields.end();
}

QString evenness(double gini)
{
    if (gini < even)
        return Words::tr("Even");
    return gini < nearlyEven ? Words::tr("Somewhat uneven") : Words::tr("Uneven");
}

} // namespace

const Candidate *AssignmentLine::given() const
{
    return chosen >= 0 && chosen < ranked.size() ? &ranked.at(chosen) : nullptr;
}

bool AssignmentLine::isOtherwise() const
{
    return given() && (outcome != Proposed || chosen > 0);
}

ActOnTicket AssignmentLine::command(const QString &reason) const
{
    ActOnTicket command{.ticket = ticket, .action = action, .seenRevision = revision};
    const Candidate *person = given();
    if (!person)
        return command;
    command.values.set(field::Assignee, QVariant::fromValue(person->id));
    if (takesUnit && !person->team.isEmpty())
        command.values.set(field::Unit, person->team);
    QString remark = reasonWords(*person);
    if (isOtherwise()) {
        remark = outcome == Proposed
            ? Words::tr("%1 (proposed was %2)").arg(reason, ranked.constFirst().name)
            : Words::tr("%1 (nobody was proposed)").arg(reason);
    }
    command.values.set(field::Remark, remark);
    return command;
}

AssignmentPlanner::AssignmentPlanner(
    store::Reader &reader, const Actor &actor, qsizetype alternatives)
    : m_reader(reader)
    , m_actor(actor)
    , m_alternatives(alternatives)
    , m_finder(reader)
{
}

AssignmentLine::Outcome AssignmentPlanner::findAction(AssignmentLine &line, const Ticket &ticket)
{
    if (!line.has.isNull())
        return AssignmentLine::HasSomebody;
    const ActionSpec *action = CandidateFinder::assigningAction(ticket, m_actor, m_reader.grants());
    if (!action) {
        return CandidateFinder::assigningAction(ticket) ? AssignmentLine::NotYours
                                                        : AssignmentLine::NotNow;
    }
    line.action = QString::fromLatin1(action->code);
    line.takesUnit = isAmongFields(*action, field::Unit);
    return AssignmentLine::Proposed;
}

AssignmentLine AssignmentPlanner::propose(const store::NumberedTicket &numbered)
{
    const Ticket &ticket = numbered.ticket;
    AssignmentLine line{.row = numbered.number,
        .ticket = ticket.id,
        .revision = ticket.revision,
        .number = ticket.values.text(field::Number),
        .what = ticket.values.text(field::Category),
        .grid = ticket.values[field::Grid].value<Id>(),
        .has = ticket.values[field::Assignee].value<Id>()};
    if (line.what.isEmpty())
        line.what = ticket.values.text(field::Title);
    line.outcome = findAction(line, ticket);
    if (line.outcome != AssignmentLine::Proposed)
        return line;
    const QVector<Candidate> ranked = m_finder.rank(ticket.values, line.action);
    for (const Candidate &one : ranked) {
        m_asked.insert(one.id);
        if (one.isAble)
            m_able.insert(one.id);
    }
    line.ranked = ranked.first(std::min(m_alternatives, ranked.size()));
    if (ranked.isEmpty() || !ranked.constFirst().isAble) {
        line.outcome = AssignmentLine::Nobody;
        return line;
    }
    line.chosen = 0;
    m_finder.given(ranked.constFirst().id);
    ++m_given[ranked.constFirst().id];
    return line;
}

QVector<PersonLoad> AssignmentPlanner::people()
{
    QVector<PersonLoad> people;
    const bool isAnybody = m_asked.isEmpty();
    for (const Worker &one :
        m_finder.workers([&](const Id &id) { return isAnybody || m_asked.contains(id); })) {
        const qint64 given = m_given.value(one.id);
        people.append({one.id, one.login, one.name, one.team, one.inHand - given,
            one.ofMonth - given, isAnybody || m_able.contains(one.id), given});
    }
    return people;
}

Spread spreadOver(const QVector<PersonLoad> &people, const QHash<Id, qint64> &given)
{
    QVector<qint64> loads;
    for (const PersonLoad &one : people) {
        if (one.isAble || given.contains(one.id))
            loads.append(one.ofMonth + given.value(one.id));
    }
    return spreadOf(loads);
}

QString spreadWords(const Spread &spread)
{
    return Words::tr("%1: least %2, most %3, Gini %4")
        .arg(evenness(spread.gini))
        .arg(spread.least)
        .arg(spread.most)
        .arg(spread.gini, 0, 'f', 2);
}

QHash<Id, qint64> AssignmentPlan::given() const
{
    QHash<Id, qint64> given;
    for (const AssignmentLine &line : lines) {
        if (const Candidate *person = line.given())
            ++given[person->id];
    }
    return given;
}

AssignmentPlan planAssignment(store::Reader &reader, const QVector<qint64> &tickets,
    const Actor &actor, qsizetype alternatives, const PlanStep &step)
{
    AssignmentPlan plan;
    AssignmentPlanner planner(reader, actor, alternatives);
    for (qint64 row : tickets) {
        if (const auto ticket = reader.findTicket(row))
            plan.lines.append(planner.propose(*ticket));
        if (step && !step(plan.lines.size())) {
            plan.isStopped = true;
            return plan;
        }
    }
    plan.people = planner.people();
    return plan;
}

} // namespace items
