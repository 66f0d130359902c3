// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "ticket_filters.h"

#include "items/assignment_plan.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::AssignmentLine;
using items::CandidateFinder;

namespace
{

constexpr qsizetype batch = 200; ///< so many share one transaction

QJsonObject candidateJson(const Candidate &candidate)
{
    return {{u"login"_s, candidate.login}, {u"name"_s, candidate.name}, {u"team"_s, candidate.team},
        {u"score"_s, candidate.score}, {u"able"_s, candidate.isAble},
        {u"why"_s, items::reasonWords(candidate)}};
}

QJsonObject spreadJson(const Spread &spread)
{
    return {{u"people"_s, spread.people}, {u"mean"_s, spread.mean}, {u"least"_s, spread.least},
        {u"most"_s, spread.most}, {u"gini"_s, spread.gini}};
}

/// Gives tickets out as they are proposed, so many in one transaction.
class Assigning
{
public:
    Assigning(Desk &desk, bool isTrial)
        : m_desk(desk)
        , m_planner(desk.read(), desk.who())
        , m_isTrial(isTrial)
    {
    }

    void give(const store::NumberedTicket &ticket)
    {
        const AssignmentLine line = m_planner.propose(ticket);
        if (line.outcome != AssignmentLine::Proposed) {
            ++(line.outcome == AssignmentLine::Nobody ? m_nobody : m_notNow);
            return;
        }
        m_commands.append(line.command());
        if (m_commands.size() >= batch)
            submit();
    }

    void submit()
    {
        const QVector<Command> commands = std::exchange(m_commands, {});
        if (m_isTrial) {
            m_given += commands.size();
            return;
        }
        for (const store::Verdict &verdict : m_desk.submitAll(commands).result()) {
            const Refusal *refusal = store::refused(verdict);
            ++(refusal ? m_refused : m_given);
            if (refusal && !m_first)
                m_first = *refusal;
        }
    }

    QJsonObject summary(qsizetype asked)
    {
        const QVector<items::PersonLoad> people = m_planner.people();
        QHash<Id, qint64> given;
        QJsonArray gets;
        for (const items::PersonLoad &one : people) {
            if (!one.given)
                continue;
            given.insert(one.id, one.given);
            gets.append(QJsonObject{{u"login"_s, one.login}, {u"name"_s, one.name},
                {u"given"_s, one.given}, {u"in_hand"_s, one.inHand}, {u"of_month"_s, one.ofMonth}});
        }
        return {{u"asked"_s, asked}, {u"assigned"_s, m_given}, {u"not_now"_s, m_notNow},
            {u"nobody"_s, m_nobody}, {u"refused"_s, m_refused}, {u"people"_s, gets},
            {u"spread_before"_s, spreadJson(items::spreadOver(people, {}))},
            {u"spread"_s, spreadJson(items::spreadOver(people, given))}};
    }
    const std::optional<Refusal> &firstRefusal() const { return m_first; }

private:
    Desk &m_desk;
    items::AssignmentPlanner m_planner;
    const bool m_isTrial;
    QVector<Command> m_commands;
    qint64 m_given = 0, m_notNow = 0, m_nobody = 0, m_refused = 0;
    std::optional<Refusal> m_first;
};

qint64 countOpen(store::Reader &reader, QVector<store::Filter> filters)
{
    filters.append({u"open"_s, u"1"_s});
    return reader.countTickets({.filters = filters});
}

} // namespace

int runCandidates(Session &session, Arguments &arguments)
{
    const QString number = arguments.word(Words::tr("The ticket's number"));
    arguments.done();
    store::Reader &reader = session.desk().read();
    const auto ticket = reader.findTicket(number);
    session.checkReading();
    if (!ticket) {
        refuse({u"number"_s, Words::tr("There is no ticket \"%1\".").arg(number),
            Words::tr("Check the number."), Refusal::Unknown});
    }
    const ActionSpec *action =
        CandidateFinder::assigningAction(ticket->ticket, session.desk().who(), reader.grants());
    CandidateFinder finder(reader);
    const QLatin1StringView code(action ? action->code : "dispatch");
    for (const Candidate &candidate : finder.rank(ticket->ticket.values, code))
        session.print(candidateJson(candidate));
    session.checkReading();
    return 0;
}

int runAssign(Session &session, Arguments &arguments)
{
    const QStringList where = arguments.options(u"--where"_s);
    const qint64 limit = arguments.count(u"--limit"_s, -1);
    const bool isTrial = arguments.flag(u"--dry-run"_s);
    arguments.done();
    Desk &desk = session.desk();
    store::Reader &reader = desk.read();
    QVector<store::Filter> filters = filtersFrom(where, reader, FieldText(reader));
    filters.append({u"open"_s, u"1"_s});
    filters.append({u"assignee"_s, {}});
    const QVector<qint64> rows = reader.findTicketRows(
        {.filters = filters, .sort = u"due_at"_s, .descending = false, .limit = limit});
    session.checkReading();
    Assigning assigning(desk, isTrial);
    for (qint64 row : rows) {
        if (const auto ticket = reader.findTicket(row))
            assigning.give(*ticket);
    }
    assigning.submit();
    QJsonObject summary = assigning.summary(rows.size());
    summary.insert(
        u"without_owner"_s, countOpen(reader, {{u"assignee"_s, {}}, {u"responsible"_s, {}}}));
    summary.insert(u"without_due"_s, countOpen(reader, {{u"due_at"_s, {}}}));
    session.checkReading();
    session.print(summary);
    if (assigning.firstRefusal())
        refuse(*assigning.firstRefusal());
    return 0;
}

} // namespace ctl
