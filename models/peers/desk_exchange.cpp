// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/desk_exchange.h"

#include "store/sql.h"

namespace peers
{

namespace
{

/// Says who the desk is; until the store hands out and takes in entries, it has nothing to give and keeps nothing.
class DeskExchange final : public Exchange
{
public:
    DeskExchange(Desk &desk, std::unique_ptr<store::Reader> reader)
        : m_desk(desk)
        , m_reader(std::move(reader))
    {
    }

    Introduction introduction() override
    {
        const auto company = m_reader->findRows(domain::Register::Company, 1);
        QByteArray founding;
        try {
            founding = m_reader->database()
                           .value("SELECT hash FROM entries WHERE position=1")
                           .toByteArray();
        } catch (const store::SqlFailure &) {
            // Then the session finds out that both don't fit.
        }
        return {company.isEmpty() ? Id() : company.constFirst().row.id, founding,
            m_desk.secrets().desk};
    }
    record::Heads heads() override { return {}; }
    record::Parcel next(const record::Heads &, const Id &, qsizetype) override { return {}; }
    void take(const record::Parcel &, const Id &,
        std::function<void(const store::Receipt &)> done) override
    {
        done({store::Receipt::Failed, Desk::tr("This program doesn't take in entries yet.")});
    }
    std::optional<QByteArray> hashAt(const Id &, qint64) override { return {}; }
    QVector<Id> lackingKeys(qsizetype) override { return {}; }
    QVector<record::SealedKey> keysFor(const Id &, const QVector<Id> &) override { return {}; }
    std::optional<domain::Refusal> refusalOf(const Id &) override { return {}; }

private:
    Desk &m_desk;
    const std::unique_ptr<store::Reader> m_reader;
};

} // namespace

std::unique_ptr<Exchange> exchangeOf(Desk &desk)
{
    auto reader = desk.newReader();
    return reader ? std::make_unique<DeskExchange>(desk, std::move(reader)) : nullptr;
}

} // namespace peers
