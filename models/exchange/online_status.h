// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/http_calls.h"
#include "exchange/online_book.h"
#include "exchange/online_report.h"

namespace exchange
{

// Tells a service what became of its requests: that one is closed, with the reply to the citizen, once each. Basic GeoReport v2
// has no way for that; this one is the usual extension, a form to requests/{id}.json. Nothing else leaves the desk: no name, no note, no
// number of a person, and no reply before the matter is over. What the service doesn't take is said again the next time.
class OnlineStatus
{
public:
    OnlineStatus(Desk &desk, HttpCalls &calls, OnlineBook &book, const OnlineService &service,
        const QString &source, OnlineReport &report)
        : m_desk(desk)
        , m_calls(calls)
        , m_book(book)
        , m_service(service)
        , m_source(source)
        , m_report(report)
    {
    }

    // Looks at what has happened since the last time and brings the state up to now. Why the desk failed, if it did.
    std::optional<domain::Refusal> tell(OnlineState &state);

private:
    enum class Outcome { Told, Nothing, Refused, Unreachable };
    Outcome tellOne(
        const QString &id, const domain::Ticket &ticket, std::optional<domain::Refusal> &failure);
    HttpAnswer post(const QString &id, const QString &reply);

    Desk &m_desk;
    HttpCalls &m_calls;
    OnlineBook &m_book;
    const OnlineService &m_service;
    const QString m_source;
    OnlineReport &m_report;
};

} // namespace exchange
