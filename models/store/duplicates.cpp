// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/duplicates.h"

#include "store/customer_file.h"

#include <QSet>

namespace store
{

using namespace domain;

namespace
{

constexpr int percentForReading = 80;

class Search
{
public:
    Search(Database &database, KeyRing &keys, const SearchStep &step)
        : m_database(database)
        , m_keys(keys)
        , m_step(step)
        , m_last(database.value("SELECT max(id) FROM registers").toLongLong())
    {
    }

    bool read()
    {
        constexpr qint64 portion = 5000;
        for (qint64 from = 0; from <= m_last; from += portion) {
            if (m_step && !m_step(int(from * percentForReading / (m_last + 1))))
                return false;
            eachRow(
                m_database, Register::Customer, [this](const NumberedRow &row) { take(row); }, from,
                from + portion);
        }
        eachRow(m_database, Register::Distinct, [this](const NumberedRow &row) {
            m_distinct.insert(pairOf(row.row.values[distinct::Customer].value<Id>(),
                row.row.values[distinct::Other].value<Id>()));
        });
        return true;
    }

    QVector<DuplicatePair> find() const
    {
        const auto step = [this](int percent) {
            return !m_step || m_step(percentForReading + percent * (100 - percentForReading) / 100);
        };
        QVector<DuplicatePair> pairs = m_search.find(step);
        pairs.removeIf([this](const DuplicatePair &pair) {
            return m_distinct.contains({pair.one, pair.other});
        });
        return pairs;
    }

private:
    QString open(const NumberedRow &row, quint8 field)
    {
        return m_keys.open(field, row.row.values[field]);
    }

    void take(const NumberedRow &row)
    {
        FileFacts facts{row.number, open(row, customer::Name), {open(row, customer::Phone)},
            open(row, customer::IdNumber), {open(row, customer::Address)}, {}};
        if (row.row.values.has(customer::MergedInto))
            facts.number = survivorOf(m_database, row.number);
        for (const NumberedRow &home : loadRowsUnder(m_database, Register::Premises, row.row.id))
            takePremises(home, facts);
        m_search.add(facts);
    }

    void takePremises(const NumberedRow &row, FileFacts &facts)
    {
        facts.addresses << open(row, premises::Address);
        for (quint8 field = premises::WaterAccount; field <= premises::PropertyAccount; ++field) {
            if (row.row.values.has(field))
                facts.accounts << QString::number(field) + QLatin1Char(':') + open(row, field);
        }
    }

    std::pair<qint64, qint64> pairOf(const Id &one, const Id &other)
    {
        const auto numberOf = [this](const Id &id) {
            const auto row = loadRow(m_database, id);
            return row ? survivorOf(m_database, row->number) : 0;
        };
        return std::minmax({numberOf(one), numberOf(other)});
    }

    Database &m_database;
    KeyRing &m_keys;
    const SearchStep &m_step;
    const qint64 m_last;
    DuplicateSearch m_search;
    QSet<std::pair<qint64, qint64>> m_distinct;
};

} // namespace

QVector<DuplicatePair> findDuplicates(Database &database, KeyRing &keys, const SearchStep &step)
{
    Search search(database, keys, step);
    return search.read() ? search.find() : QVector<DuplicatePair>();
}

} // namespace store
