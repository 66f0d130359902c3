// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people_reading.h"

#include "domain/personal_numbers.h"

namespace store
{

using namespace domain;

namespace
{

constexpr size_t keysKept = 64;
constexpr quint8 accountFields[] = {premises::WaterAccount, premises::WaterMeter,
    premises::PowerAccount, premises::PowerMeter, premises::HeatAccount, premises::HeatMeter,
    premises::GasAccount, premises::GasMeter, premises::PropertyAccount};

/// Gathers what a file holds; a text that stands in it twice is taken once.
class Gathering
{
public:
    explicit Gathering(KeyRing &keys)
        : m_keys(keys)
    {
    }

    void takeCustomer(const NumberedRow &row)
    {
        const Values &values = row.row.values;
        addName(open(values, customer::Name));
        addPhone(open(values, customer::Phone));
        addAddress(open(values, customer::Address));
        add(person.accounts, values.text(customer::SourceId));
        if (values.has(customer::Groups))
            groups |= groupsIn(open(values, customer::Groups));
    }
    void takePremises(const NumberedRow &row)
    {
        addAddress(open(row.row.values, premises::Address));
        for (quint8 field : accountFields) {
            if (row.row.values.has(field))
                add(person.accounts, open(row.row.values, field));
        }
    }
    void takeContact(const NumberedRow &row)
    {
        addName(open(row.row.values, contact::Name));
        addPhone(open(row.row.values, contact::Phone));
    }

    Person person;
    Groups groups = 0;

private:
    QString open(const Values &values, quint8 field) { return m_keys.open(field, values[field]); }
    static void add(QStringList &list, const QString &text)
    {
        if (!text.isEmpty() && !list.contains(text))
            list << text;
    }
    void addPhone(const QString &phone) { add(person.phones, phone); }
    void addName(const QString &name)
    {
        if (person.name.isEmpty())
            person.name = name;
        else if (name != person.name)
            add(person.otherNames, name);
    }
    void addAddress(const QString &address)
    {
        if (person.address.isEmpty())
            person.address = address;
        else if (address != person.address)
            add(person.otherAddresses, address);
    }

    KeyRing &m_keys;
};

} // namespace

PersonLine lineOf(const CustomerFile &file, KeyRing &keys)
{
    Gathering gathering(keys);
    QVector<qint64> merged;
    gathering.takeCustomer(file.customer);
    for (const NumberedRow &row : file.merged) {
        gathering.takeCustomer(row);
        merged.append(row.number);
    }
    for (const NumberedRow &row : file.premises)
        gathering.takePremises(row);
    for (const NumberedRow &row : file.contacts)
        gathering.takeContact(row);
    return {file.customer.number, merged, PersonKeys(gathering.person), gathering.person.phones,
        gathering.groups};
}

PeopleReading::PeopleReading(const QString &database, const QByteArray &deskKey)
    : m_database(database, Database::Access::ReadOnly)
    , m_keys(m_database, deskKey)
    , m_hasRowsUnder(
          m_database.value("SELECT 1 FROM registers WHERE under IS NOT NULL LIMIT 1").isValid())
{
}

std::vector<PersonLine> PeopleReading::read(qint64 from, qint64 to)
{
    std::vector<PersonLine> lines;
    const auto take = [&](const NumberedRow &row) {
        // Nobody asks for these keys again: few of them stay in the processor's cache, many don't.
        if (lines.size() % keysKept == 0)
            m_keys.forget();
        if (!m_hasRowsUnder) {
            lines.push_back(lineOf({row, {}, {}, {}}, m_keys));
        } else if (const auto file = loadOwnFile(m_database, row)) {
            lines.push_back(lineOf(*file, m_keys));
        }
    };
    eachRow(m_database, Register::Customer, take, from, to);
    return lines;
}

} // namespace store
