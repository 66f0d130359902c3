// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_clocks.h"

#include <algorithm>

namespace domain
{

namespace
{

const TicketClock *findOpen(const Ticket &ticket, QAnyStringView clock)
{
    const auto at = std::ranges::find_if(ticket.clocks,
        [clock](const TicketClock &one) { return one.isOpen() && one.clock == clock; });
    return at == ticket.clocks.end() ? nullptr : &*at;
}

/// Whether a ticket's clocks rest for longer than this action ends it.
bool staysSuspended(const ActionSpec &action, const Ticket &ticket)
{
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    return workflow && QLatin1StringView(action.answers) != u"suspend"
        && findUnanswered(*workflow, ticket, "suspend");
}

} // namespace

QVector<ClockStart> startsOf(
    const Branch &branch, const Values &ticket, qint64 from_ms, const Standards &standards)
{
    QVector<ClockStart> starts;
    for (const ClockUse &use : branch.starts) {
        const QString clock = QString::fromLatin1(use.clock);
        const auto known = std::ranges::find(starts, clock, &ClockStart::clock);
        std::optional<ClockStart> start;
        if (use.dueFrom && ticket.has(use.dueFrom))
            start = ClockStart{clock, ticket.number(use.dueFrom), {}};
        else if (known == starts.end())
            start = standards.promise(clock, ticket, from_ms);
        if (start && known != starts.end())
            *known = *start;
        else if (start)
            starts.append(*start);
    }
    return starts;
}

QVector<ClockStart> renewalsOf(const ActionSpec &action, const Ticket &ticket, const Values &given,
    const Step *asked, qint64 at_ms, const Standards &standards)
{
    QVector<ClockStart> renewals;
    for (const ClockUse &use : action.moves) {
        const QVariant due = given.has(use.dueFrom) ? given[use.dueFrom]
            : asked                                 ? asked->values[use.dueFrom]
                                                    : QVariant();
        if (due.isValid() && findOpen(ticket, use.clock))
            renewals.append({QString::fromLatin1(use.clock), due.toLongLong(), {}});
    }
    if (action.reckons)
        renewals.append(reckonedAnew(ticket, standards));
    if (!action.resumes || staysSuspended(action, ticket))
        return renewals;
    for (const TicketClock &clock : ticket.clocks) {
        if (clock.isPaused())
            renewals.append({clock.clock, standards.resumed_ms(clock, at_ms), clock.basis});
    }
    return renewals;
}

QVector<ClockStart> reckonedAnew(const Ticket &ticket, const Standards &standards)
{
    QVector<ClockStart> starts;
    for (const TicketClock &clock : ticket.clocks) {
        const auto due_ms = standards.reckoned_ms(clock);
        if (due_ms && *due_ms != clock.due_ms)
            starts.append({clock.clock, *due_ms, clock.basis});
    }
    return starts;
}

QStringList pausesOf(
    const ActionSpec &action, const Ticket &ticket, const QVector<ClockStart> &renewals)
{
    QStringList pauses;
    for (const TicketClock &clock : ticket.clocks) {
        const bool isMoved =
            std::ranges::find(renewals, clock.clock, &ClockStart::clock) != renewals.end();
        if ((action.pauses && clock.isRunning())
            || (!action.resumes && isMoved && clock.isPaused()))
            pauses.append(clock.clock);
    }
    return pauses;
}

} // namespace domain
