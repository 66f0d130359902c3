// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/http_calls.h"
#include "exchange/mapping.h"
#include "exchange/online_book.h"
#include "exchange/online_report.h"

namespace exchange
{

class Open311Intake;
class Open311Walk;

// One round with a service: what it has new becomes tickets, pictures are attached, and what became of its requests is told. How far it got is
// kept, so that a round that breaks off anywhere is done again by the next one and nothing is taken in twice. Whoever sits at the desk
// takes the matters in. Comes back when it is over; for a thread that has nothing else to do meanwhile.
class OnlinePull
{
public:
    OnlinePull(Desk &desk, HttpCalls &calls);
    ~OnlinePull();

    OnlineReport run(const OnlineService &service);

private:
    void pull(const OnlineService &service, OnlineState &state);
    std::optional<domain::Refusal> readNews(
        const OnlineService &service, OnlineState &state, Open311Walk &walk);
    std::optional<domain::Refusal> askAgain(
        OnlineState &state, Open311Walk &walk, Open311Intake &intake);
    std::optional<domain::Refusal> resolveTokens(
        OnlineState &state, Open311Walk &walk, Open311Intake &intake);
    void fail(const domain::Refusal &refusal);

    Desk &m_desk;
    HttpCalls &m_calls;
    std::unique_ptr<store::Reader> m_reader;
    OnlineReport m_report;
};

// The mapping by which a service's requests become tickets, or what is wrong with it.
ReadMapping mappingOf(const OnlineService &service);

} // namespace exchange
