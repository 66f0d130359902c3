// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"

#include "items/reckoning.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::ReckonedClock;
using items::ReckonedTicket;

namespace
{

constexpr qsizetype batch = 200; ///< so many share one transaction

/// Reckons tickets anew as they are found, and prints each of their promises.
class Reckoning
{
public:
    Reckoning(Session &session, const QString &reason, bool isTrial)
        : m_session(session)
        , m_text(session.desk().read())
        , m_reason(reason)
        , m_isTrial(isTrial)
    {
    }

    void take(const ReckonedTicket &ticket)
    {
        ++m_tickets;
        m_promises += ticket.clocks.size();
        m_notYours += ticket.isYours ? 0 : 1;
        for (const ReckonedClock &clock : ticket.clocks) {
            m_session.print(QJsonObject{{u"ticket"_s, ticket.number}, {u"clock"_s, clock.clock},
                {u"due"_s, m_text.time(clock.due_ms)},
                {u"reckoned"_s, m_text.time(clock.reckoned_ms)}, {u"yours"_s, ticket.isYours}});
        }
        if (m_isTrial || !ticket.isYours)
            return;
        m_commands.append(items::reckoningOf(ticket.ticket, m_reason));
        if (m_commands.size() >= batch)
            submit();
    }

    void submit()
    {
        const QVector<Command> commands = std::exchange(m_commands, {});
        if (commands.isEmpty())
            return;
        for (const store::Verdict &verdict : m_session.desk().submitAll(commands).result()) {
            const Refusal *refusal = store::refused(verdict);
            ++(refusal ? m_refused : m_done);
            if (refusal && !m_first)
                m_first = *refusal;
        }
    }

    void finish()
    {
        submit();
        m_session.print(QJsonObject{{u"looked"_s, m_looked}, {u"tickets"_s, m_tickets},
            {u"promises"_s, m_promises}, {u"done"_s, m_done}, {u"refused"_s, m_refused},
            {u"not_yours"_s, m_notYours}});
        if (m_first)
            refuse(*m_first);
    }

    void looked(qsizetype all) { m_looked = all; }

private:
    Session &m_session;
    const FieldText m_text;
    const QString m_reason;
    const bool m_isTrial;
    QVector<Command> m_commands;
    qint64 m_looked = 0, m_tickets = 0, m_promises = 0, m_done = 0, m_refused = 0, m_notYours = 0;
    std::optional<Refusal> m_first;
};

} // namespace

int runReckon(Session &session, Arguments &arguments)
{
    const QString reason = arguments.option(u"--reason"_s).trimmed();
    const bool isTrial = arguments.flag(u"--dry-run"_s);
    arguments.done();
    if (!isTrial && reason.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(u"--reason"_s));
    Desk &desk = session.desk();
    Reckoning reckoning(session, reason, isTrial);
    items::eachReckoned(
        desk.read(), desk.who(),
        [&](const ReckonedTicket &ticket) {
            reckoning.take(ticket);
            return true;
        },
        [&](qsizetype, qsizetype all) {
            reckoning.looked(all);
            return true;
        });
    session.checkReading();
    reckoning.finish();
    return 0;
}

} // namespace ctl
