// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/exchange_contract.h"
#include "support/memory_exchange.h"

using namespace support;

// The desks in memory keep the contract that the real ones keep.
class ExchangeTest : public QObject
{
    Q_OBJECT

    class MemoryStand final : public ExchangeStand
    {
    public:
        peers::Exchange &one() override { return m_one; }
        peers::Exchange &other() override { return m_other; }
        void writeAtOne(int entries) override { write(m_one, entries); }
        void writeAtOther(int entries) override { write(m_other, entries); }

    private:
        void write(MemoryExchange &desk, int entries)
        {
            for (int i = 0; i < entries; ++i)
                desk.write(domain::Id::named(qPrintable(QString::number(++m_customers))));
        }

        MemoryCompany m_company;
        MemoryExchange m_one{m_company, "one"}, m_other{m_company, "other"};
        int m_customers = 0;
    };

private Q_SLOTS:
    void memoryKeepsTheContract_data() { addContractRows(); }
    void memoryKeepsTheContract()
    {
        QFETCH(Contract, contract);
        MemoryStand stand;
        contract(stand);
    }
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"
