// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/desk_exchange.h"
#include "support/desks_together.h"
#include "support/exchange_contract.h"

using namespace support;

namespace
{

/// Two real desks of one company, each with its database, in step when a test begins.
class DesksStand final : public ExchangeStand
{
public:
    DesksStand()
    {
        for (int desk = 0; desk < m_desks.count(); ++desk)
            m_desks.desk(desk).startWriting();
        m_desks.meet(0, 1);
        m_one = peers::exchangeOf(m_desks.desk(0));
        m_other = peers::exchangeOf(m_desks.desk(1));
    }

    peers::Exchange &one() override { return *m_one; }
    peers::Exchange &other() override { return *m_other; }
    void writeAtOne(int entries) override { write(0, entries); }
    void writeAtOther(int entries) override { write(1, entries); }

private:
    void write(int desk, int entries)
    {
        for (int i = 0; i < entries; ++i) {
            ++m_customers;
            m_desks.openTicket(desk, QStringLiteral("漏水"),
                {.name = QStringLiteral("欧阳%1").arg(m_customers),
                    .phone = QString::number(13'800'000'000 + 10 * m_customers + desk)});
        }
    }

    DesksTogether m_desks;
    std::unique_ptr<peers::Exchange> m_one, m_other;
    int m_customers = 0;
};

} // namespace

/// The exchange of a real desk keeps the contract that the one in memory keeps, over real databases.
class DeskExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realDesksKeepTheContract_data() { addContractRows(); }
    void realDesksKeepTheContract()
    {
        QFETCH(Contract, contract);
        DesksStand stand;
        contract(stand);
    }
};

QTEST_GUILESS_MAIN(DeskExchangeTest)
#include "desk_exchange_test.moc"
