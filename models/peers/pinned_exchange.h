// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "peers/new_desk.h"

#include <memory>

namespace peers
{

/// The exchange of a desk that has joined and perhaps holds nothing yet: until the company's own entries say it, the desk that let it in
/// counts as one of the company's, and what it said counts as the company.
class PinnedExchange final : public Exchange
{
public:
    /// `isRegistered`: whether the register says something about that desk.
    PinnedExchange(
        std::unique_ptr<Exchange> desk, const Pin &pin, std::function<bool()> isRegistered);

    Introduction introduction() override;
    record::Heads heads() override { return m_desk->heads(); }
    record::Parcel next(const record::Heads &known, const Id &peer, qsizetype bytes) override;
    void take(const record::Parcel &parcel, const Id &from,
        std::function<void(const store::Receipt &)> done) override;
    std::optional<QByteArray> hashAt(const Id &feed, qint64 sequence) override;
    bool holds(const record::FeedPosition &entry) override { return m_desk->holds(entry); }
    QVector<Id> lackingKeys(qsizetype most) override { return m_desk->lackingKeys(most); }
    QVector<record::SealedKey> keysFor(const Id &peer, const QVector<Id> &owners) override;
    std::optional<domain::Refusal> refusalOf(const Id &peer) override;

private:
    const std::unique_ptr<Exchange> m_desk;
    const Pin m_pin;
    const std::function<bool()> m_isRegistered;
};

} // namespace peers
