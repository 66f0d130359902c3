// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/http_calls.h"
#include "exchange/online_report.h"
#include "exchange/online_service.h"

#include "desk.h"

namespace exchange
{

// How much is fetched of what strangers attach.
struct MediaLimits {
    qint64 bytes = 20 << 20; // of one file
    int files = 200; // of one round
    int tries = 5; // rounds, until one is given up
};

// Fetches the pictures of requests and attaches them to their tickets by the ordinary action, once each: the step's note names
// the address. Only what is a picture, a film or a PDF by its content is kept. What can't be fetched now is left for the next round; the
// ticket doesn't wait for it.
class OnlineMedia
{
public:
    OnlineMedia(Desk &desk, store::Identity who, HttpCalls &calls, const QUrl &service,
        const QString &source, OnlineReport &report, const MediaLimits &limits = {})
        : m_desk(desk)
        , m_who(std::move(who))
        , m_calls(calls)
        , m_service(service)
        , m_source(source)
        , m_report(report)
        , m_limits(limits)
    {
    }

    // Those that are left: for the next round, or given up, which are kept so that nobody asks for them again.
    QVector<WantedMedia> fetch(const QVector<WantedMedia> &wanted);

private:
    enum class Outcome { Done, Later, Never };
    Outcome fetchOne(const WantedMedia &one, store::Reader &reader);
    Outcome attach(const WantedMedia &one, const HttpAnswer &answer, const domain::Id &ticket);
    Outcome refuse(const WantedMedia &one, const QString &why, Outcome outcome);

    Desk &m_desk;
    const store::Identity m_who; // attaches them
    HttpCalls &m_calls;
    const QUrl m_service;
    const QString m_source;
    OnlineReport &m_report;
    MediaLimits m_limits;
};

// The name under which a file from the web is kept: the last part of its address, with the suffix that its content asks for.
QString mediaName(const QUrl &url, const QString &suffix);

} // namespace exchange
