// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/desk_exchange.h"

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
    explicit DeskExchange(Desk &desk)
        : m_desk(desk)
        , m_reader(desk.folder(), desk.secrets())
    {
    }

    Introduction introduction() override
    {
        return orNothing<Introduction>([this]() -> Introduction {
            return {m_reader.company(), m_reader.founding(), m_desk.secrets().desk,
                record::currentRules, m_reader.heads(), store::recordVersion(),
                store::projectionVersion};
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
        m_desk.take(parcel).then(&m_here, std::move(done));
    }

    std::optional<QByteArray> hashAt(const Id &feed, qint64 sequence) override
    {
        return orNothing<std::optional<QByteArray>>(
            [&] { return m_reader.hashAt(feed, sequence); });
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

private:
    Desk &m_desk;
    store::EntryReader m_reader;
    QObject m_here; ///< answers come to the thread on which this was made
};

} // namespace

std::unique_ptr<Exchange> exchangeOf(Desk &desk)
{
    try {
        return std::make_unique<DeskExchange>(desk);
    } catch (const store::SqlFailure &) {
        return {};
    }
}

} // namespace peers
