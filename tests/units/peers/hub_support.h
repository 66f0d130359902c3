// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hub_exchange.h"
#include "support/postgres_server.h"

#include "peers/hub.h"
#include "peers/hub_schema.h"

#include <QTest>

using domain::Id;

/// A desk and its line to the hub, in the hurry of a test.
struct HubDesk {
    support::HubExchange exchange;
    std::unique_ptr<peers::Hub> hub;

    HubDesk(const char *name, const std::shared_ptr<support::HubCompany> &company)
        : exchange(name, company)
        , m_company(company)
    {
    }

    static peers::HubPace hurry()
    {
        return {.firstRetry_ms = 20,
            .longestRetry_ms = 300,
            .patience_ms = 5'000,
            .look_ms = 60'000,
            .poll_ms = 50,
            .beat_ms = 20,
            .bytes = 64 << 10};
    }

    void meet(const QString &url, const peers::HubPace &pace = hurry())
    {
        const auto parsed = peers::HubUrl::parse(url);
        QVERIFY(std::holds_alternative<peers::HubUrl>(parsed));
        hub = std::make_unique<peers::Hub>(
            exchange, std::get<peers::HubUrl>(parsed),
            [company = m_company] { return company->desks.keys().toVector(); }, pace);
        hub->start();
    }

    bool isInStep() const { return hub->state().phase == peers::HubState::InStep; }

    void write(int entries, qsizetype bytes = 200)
    {
        for (int i = 0; i < entries; ++i) {
            const QByteArray owner = exchange.desk().toBytes().toHex() + QByteArray::number(i % 50);
            exchange.write(Id::named(owner.constData()), bytes);
        }
        if (hub)
            hub->wake();
    }

private:
    std::shared_ptr<support::HubCompany> m_company;
};

/// A database of its own for each test, a hub already unless it shall not be.
class HubServer
{
public:
    explicit HubServer(support::PostgresServer &server, bool isHub = true)
        : m_server(server)
        , m_name(QStringLiteral("hub%1").arg(++m_count))
    {
        server.run(u"CREATE DATABASE "_qs + m_name);
        if (isHub)
            m_refusal = init(support::HubCompany{});
    }

    std::optional<domain::Refusal> init(const support::HubCompany &company)
    {
        const auto refusal = peers::initHub(std::get<peers::HubUrl>(peers::HubUrl::parse(url())),
            {company.id, company.founding, {}, 1, {}});
        if (refusal)
            qInfo("%s", qPrintable(refusal->text()));
        return refusal;
    }

    QString url() const { return m_server.url(m_name); }
    QString name() const { return m_name; }
    QByteArray run(const QString &statement) { return m_server.run(statement, m_name); }
    qint64 count(const QString &table)
    {
        return run(u"SELECT count(*) FROM "_qs + table).toLongLong();
    }

private:
    static inline int m_count = 0;
    support::PostgresServer &m_server;
    const QString m_name;
    std::optional<domain::Refusal> m_refusal;
};
