// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/mapping.h"
#include "exchange/online_report.h"
#include "exchange/online_service.h"

#include "desk.h"

namespace exchange
{

// Takes requests in as tickets by the import of tickets, so each is known again by source and number, on every desk by the
// same id. What was over at the source is taken in as over; what is closed there after it was taken in here gets a
// note and stays open, since who works on it here says when it is done.
class Open311Intake
{
public:
    // Everything is done in the name of `who`.
    Open311Intake(Desk &desk, store::Identity who, Mapping mapping, OnlineReport &report)
        : m_desk(desk)
        , m_who(std::move(who))
        , m_mapping(std::move(mapping))
        , m_report(report)
    {
    }

    // One answer's requests. Why the desk couldn't take them; a request that it refuses is in the report.
    std::optional<domain::Refusal> take(const QVector<Open311Request> &requests);

    // What is left to do after it.
    QVector<WantedMedia> media; // pictures of those that were taken in
    QStringList tokens; // of requests without a number
    QStringList refused; // numbers of those that the desk refused and doesn't hold
    QStringList taken; // numbers of those that it holds now

private:
    QVector<Open311Request> usable(const QVector<Open311Request> &requests);
    std::optional<domain::Refusal> import(
        const QVector<Open311Request> &requests, const QSet<QString> &known);
    void follow(
        const QVector<Open311Request> &requests, const QSet<QString> &known, store::Reader &reader);
    void noteClosed(const Open311Request &request, const domain::Ticket &ticket);
    const QString &source() const { return m_mapping.source; }

    Desk &m_desk;
    const store::Identity m_who;
    Mapping m_mapping;
    OnlineReport &m_report;
};

} // namespace exchange
