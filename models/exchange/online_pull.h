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
// kept, so that a round that breaks off anywhere is done again by the next one and nothing is taken in twice.
// Comes back when it is over; for a thread that has nothing else to do meanwhile.
class OnlinePull
{
public:
    // Told how far it is, on its thread.
    using Tell = std::function<void(const OnlineReport &)>;

    // `who` takes the matters in: from any thread where the desk is held (Desk::startWriting).
    OnlinePull(Desk &desk, HttpCalls &calls, store::Identity who, Tell tell = {});
    // Whoever sits at the desk does; on the desk's thread.
    OnlinePull(Desk &desk, HttpCalls &calls)
        : OnlinePull(desk, calls, desk.identity())
    {
    }
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
    const store::Identity m_who;
    const Tell m_tell;
    std::unique_ptr<store::Reader> m_reader;
    OnlineReport m_report;
};

// The mapping by which a service's requests become tickets, or what is wrong with it.
ReadMapping mappingOf(const OnlineService &service);
// A mapping that names a field which tickets don't have is refused when it is set up and not in the night.
std::optional<FileRefusal> mappingFault(const OnlineService &service, store::Reader &reader);

} // namespace exchange
