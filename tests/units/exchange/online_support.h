// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/small_desk.h"
#include "support/stub_georeport.h"

#include "exchange/online_pull.h"

#include "domain/ticket_fields.h"

#include <QTest>

// A desk that asks a service of a test's making.
namespace online
{

class Asking
{
public:
    explicit Asking(support::SmallDesk &small, const support::StubGeoReport &stub)
        : m_small(small)
        , m_calls({.whole_ms = 60'000, .silence_ms = 30'000}, [](int) {})
    {
        service.name = QStringLiteral("市民热线");
        service.url = QUrl(stub.url());
        set();
    }

    exchange::OnlineService service;
    exchange::OnlineReport report;

    // After a change of the service.
    void set()
    {
        exchange::OnlineBook book(m_small.desk(), m_small.read());
        if (const auto refusal = book.put(service))
            qFatal("%s", qPrintable(refusal->text()));
    }

    // One round; what came of it in a line.
    QByteArray pull()
    {
        report = exchange::OnlinePull(m_small.desk(), m_calls).run(service);
        const QString counts = QStringLiteral("read %1, accepted %2, updated %3, unchanged %4, "
                                              "refused %5")
                                   .arg(report.read)
                                   .arg(report.accepted)
                                   .arg(report.updated)
                                   .arg(report.unchanged)
                                   .arg(report.refused);
        return (report.failure ? QStringLiteral("failed: ") + report.failure->text() : counts)
            .toUtf8();
    }

    exchange::OnlineState state()
    {
        return exchange::OnlineBook(m_small.desk(), m_small.read()).state(service.name);
    }

    domain::Ticket find(const char *id)
    {
        const auto found =
            m_small.read().findTicketFromSource(service.source(), QString::fromUtf8(id));
        return found ? found->ticket : domain::Ticket();
    }

    QString number(const char *id) { return find(id).values.text(domain::field::Number); }

private:
    support::SmallDesk &m_small;
    exchange::HttpCalls m_calls;
};

} // namespace online
