// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rules.h"
#include "peers/exchange.h"
#include "peers/new_desk.h"
#include "record/entry.h"
#include "store/schema.h"

namespace peers
{

/// The exchange of a desk that holds nothing and has not been opened yet: it knows whom it trusts, and takes no entries.
class NewcomerExchange final : public Exchange
{
public:
    NewcomerExchange(const Id &own, const Pin &pin)
        : m_own(own)
        , m_pin(pin)
    {
    }

    Introduction introduction() override
    {
        return {m_pin.welcome.company, m_pin.welcome.founding, m_own, domain::newestRules, {},
            store::recordVersion(), store::projectionVersion};
    }
    record::Heads heads() override { return {}; }
    record::Parcel next(const record::Heads &, const Id &, qsizetype) override { return {}; }
    void take(const record::Parcel &, const Id &,
        std::function<void(const store::Receipt &)> done) override
    {
        done({store::Receipt::Failed, {}, 0, 0});
    }
    std::optional<QByteArray> hashAt(const Id &, qint64) override { return {}; }
    bool holds(const record::FeedPosition &) override { return false; }
    QVector<Id> lackingKeys(qsizetype) override { return {}; }
    QVector<record::SealedKey> keysFor(const Id &, const QVector<Id> &) override { return {}; }
    std::optional<domain::Refusal> refusalOf(const Id &peer) override
    {
        return peer == m_pin.desk ? std::nullopt : std::optional(domain::Refusal());
    }

private:
    const Id m_own;
    const Pin m_pin;
};

} // namespace peers
