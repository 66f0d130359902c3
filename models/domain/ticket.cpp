// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket.h"

#include <algorithm>

namespace domain
{

const Step *Ticket::latest(QAnyStringView action) const
{
    const auto at = std::find_if(steps.crbegin(), steps.crend(),
        [&](const Step &step) { return step.round == round && step.action == action; });
    return at == steps.crend() ? nullptr : &*at;
}

const Step *Ticket::latestOf(const std::vector<const char *> &actions) const
{
    const auto at = std::find_if(steps.crbegin(), steps.crend(), [&](const Step &step) {
        return std::ranges::any_of(
            actions, [&step](const char *code) { return step.action == QLatin1StringView(code); });
    });
    return at == steps.crend() ? nullptr : &*at;
}

qint64 Ticket::firstTime_ms(QAnyStringView action) const
{
    const auto at =
        std::ranges::find_if(steps, [&](const Step &step) { return step.action == action; });
    return at == steps.end() ? 0 : at->at_ms;
}

qint64 Ticket::lastTime_ms(QAnyStringView action) const
{
    const auto at = std::find_if(
        steps.crbegin(), steps.crend(), [&](const Step &step) { return step.action == action; });
    return at == steps.crend() ? 0 : at->at_ms;
}

bool Ticket::missedAnyClock(qint64 now_ms) const
{
    return std::ranges::any_of(
        clocks, [now_ms](const TicketClock &clock) { return clock.isLate(now_ms); });
}

const TicketClock *Ticket::nextDue() const
{
    const TicketClock *next = nullptr;
    for (const TicketClock &clock : clocks) {
        if (clock.isRunning() && (!next || clock.due_ms < next->due_ms))
            next = &clock;
    }
    return next;
}

} // namespace domain
