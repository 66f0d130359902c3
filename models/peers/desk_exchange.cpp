// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/desk_exchange.h"

#include "domain/rules.h"
#include "store/entry_reader.h"
#include "store/schema.h"
#include "store/writer.h"

#include <QObject>

namespace peers
{

namespace
{

/// Once, when the database fails under a question: the session ends and tries again later.
template <typename Answer, typename Question> Answer orNothing(Question question)
{
    try {
        return question();
    } catch (const store::SqlFailure &) {
        return Answer();
    }
}

class DeskExchange final : public Exchange
{
public:
    DeskExchange(const store::DeskFolder &folder, const store::Secrets &secrets,
        const domain::Clock &clock, Take take, std::function<void()> announce)
        : m_desk(secrets.desk)
        , m_reader(folder, secrets)
        , m_clock(clock)
        , m_take(std::move(take))
        , m_announce(std::move(announce))
    {
    }

    Introduction introduction() override
    {
        return orNothing<Introduction>([this]() -> Introduction {
            return {m_reader.company(), m_reader.founding(), m_desk, domain::newestRules,
                m_reader.heads(), store::recordVersion(), store::projectionVersion,
                std::max<qint64>(m_clock.now_ms(), 0)};
        });
    }

    record::Heads heads() override
    {
        return orNothing<record::Heads>([this] { return m_reader.heads(); });
    }

    record::Parcel next(const record::Heads &known, const Id &peer, qsizetype bytes) override
    {
        return orNothing<record::Parcel>([&] { return m_reader.next(known, peer, bytes); });
    }

    void take(const record::Parcel &parcel, const Id &,
        std::function<void(const store::Receipt &)> done) override
    {
        m_take(parcel, std::move(done));
    }

    std::optional<QByteArray> hashAt(const Id &feed, qint64 sequence) override
    {
        return orNothing<std::optional<QByteArray>>(
            [&] { return m_reader.hashAt(feed, sequence); });
    }

    bool holds(const record::FeedPosition &entry) override
    {
        return orNothing<bool>([&] { return m_reader.holds(entry); });
    }

    QVector<Id> lackingKeys(qsizetype most) override
    {
        return orNothing<QVector<Id>>([&] { return m_reader.lackingKeys(most); });
    }

    QVector<record::SealedKey> keysFor(const Id &peer, const QVector<Id> &owners) override
    {
        return orNothing<QVector<record::SealedKey>>(
            [&] { return m_reader.keysFor(peer, owners); });
    }

    std::optional<domain::Refusal> refusalOf(const Id &peer) override
    {
        try {
            return m_reader.refusalOf(peer);
        } catch (const store::SqlFailure &failure) {
            return store::refusalFor(failure);
        }
    }

    void inStep() override
    {
        if (m_announce)
            m_announce();
    }

private:
    const Id m_desk;
    store::EntryReader m_reader;
    const domain::Clock &m_clock;
    const Take m_take;
    const std::function<void()> m_announce;
};

} // namespace

std::unique_ptr<Exchange> exchangeOver(const store::DeskFolder &folder,
    const store::Secrets &secrets, const domain::Clock &clock, Take take,
    std::function<void()> announce)
{
    try {
        return std::make_unique<DeskExchange>(
            folder, secrets, clock, std::move(take), std::move(announce));
    } catch (const store::SqlFailure &) {
        return {};
    }
}

std::unique_ptr<Exchange> exchangeOf(Desk &desk)
{
    // Answers come to the thread on which this was made, as long as the exchange is there.
    return exchangeOver(
        desk.folder(), desk.secrets(), desk.clock(),
        [&desk, here = std::make_shared<QObject>()](
            const record::Parcel &parcel, std::function<void(const store::Receipt &)> done) {
            desk.take(parcel).then(here.get(), std::move(done));
        },
        [&desk] { desk.announce(); });
}

} // namespace peers
