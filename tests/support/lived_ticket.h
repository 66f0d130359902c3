// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_surroundings.h"

#include "domain/fold.h"
#include "domain/workflow.h"

#include <algorithm>

namespace support
{

/// A ticket that lives through decide and fold alone, step by step. Who acts is `around.me` unless somebody else is named.
class LivedTicket
{
public:
    /// Whether it was taken in; why not stands in `refusal`.
    bool take(const char *kind, domain::Values values = {})
    {
        ticket = {};
        domain::OpenTicket command{
            .ticket = domain::Id::named("ticket"), .values = std::move(values)};
        command.values.set(domain::field::Kind, QString::fromLatin1(kind));
        command.values.set(domain::field::Title, QStringLiteral("厨房漏水"));
        return foldAll(decide(command, around));
    }

    bool act(const char *action, const domain::Values &values = {}, const QString &by = {})
    {
        const domain::ActOnTicket command{ticket.id, QString::fromLatin1(action), values,
            by.isEmpty() ? domain::Id() : around.person(by), 0, 0};
        return foldAll(decide(ticket, command, around));
    }

    /// What deciding gives, without its coming to pass.
    domain::Decision decided(const char *action, const domain::Values &values = {}) const
    {
        return decide(ticket, {ticket.id, QString::fromLatin1(action), values, {}, 0, 0}, around);
    }

    bool foldAll(const domain::Decision &decision)
    {
        if (const auto *why = std::get_if<domain::Refusal>(&decision)) {
            refusal = *why;
            return false;
        }
        bool isApplied = true;
        for (const domain::Event &event : std::get<domain::Events>(decision))
            isApplied = foldOne(event) && isApplied;
        return isApplied;
    }

    /// The latest clock of this name; an empty one where there is none.
    domain::TicketClock clock(const char *name) const
    {
        const auto at = std::find_if(
            ticket.clocks.crbegin(), ticket.clocks.crend(), [name](const domain::TicketClock &one) {
                return one.clock == QLatin1StringView(name);
            });
        return at == ticket.clocks.crend() ? domain::TicketClock{.stopped_ms = 1} : *at;
    }

    bool isRunning(const char *name) const { return clock(name).isRunning(); }

    bool isOffered(const char *action) const
    {
        return std::ranges::any_of(findActions(ticket), [action](const domain::ActionSpec *open) {
            return QLatin1StringView(open->code) == QLatin1StringView(action);
        });
    }

    QString text(quint8 field) const { return ticket.values.text(field); }

    FakeSurroundings around;
    domain::Ticket ticket;
    domain::Refusal refusal;

private:
    bool foldOne(const domain::Event &event)
    {
        const domain::EntryFacts facts{around.me, around.now, 1};
        if (const auto *opened = std::get_if<domain::TicketOpened>(&event))
            return fold(ticket, *opened, facts) == domain::Effect::Applied;
        if (const auto *step = std::get_if<domain::StepTaken>(&event))
            return fold(ticket, *step, facts) == domain::Effect::Applied;
        return true;
    }
};

} // namespace support
