// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people.h"

#include "domain/ticket_fields.h"
#include "store/committed.h"
#include "store/key_ring.h"
#include "store/register_rows.h"

namespace store
{

using namespace domain;

namespace
{

Person personOf(const Values &values, KeyRing &keys)
{
    Person person;
    person.name = keys.open(customer::Name, values[customer::Name]);
    person.phones = {keys.open(customer::Phone, values[customer::Phone])};
    person.address = keys.open(customer::Address, values[customer::Address]);
    return person;
}

Person placeNamed(const Values &values)
{
    Person place;
    place.address = values.text(place::Address);
    if (place.address.isEmpty())
        place.address = values.text(place::Community);
    return place;
}

Person placeOf(const QVariant &address, KeyRing &keys)
{
    Person place;
    place.address = keys.open(field::Address, address);
    return place;
}

} // namespace

void People::put(qint64 number, const Person &person)
{
    m_customers.put(number, person);
    for (const QString &phone : person.phones)
        m_phones.add(phone, number);
}

void People::fill(const std::atomic<bool> &stop)
{
    try {
        Database database(m_folder.database(), Database::Access::ReadOnly);
        KeyRing keys(database, m_deskKey);
        Statement customers(database.handle(),
            "SELECT id FROM registers WHERE register=? AND removed=0 ORDER BY id");
        customers.bind(1, int(Register::Customer));
        while (!stop && customers.step()) {
            if (const auto row = loadRow(database, customers.integer(0)))
                put(row->number, personOf(row->row.values, keys));
        }
        Statement places(database.handle(),
            "SELECT id, address FROM tickets WHERE typeof(address)='blob' ORDER BY id");
        while (!stop && places.step())
            m_places.put(places.integer(0), placeOf(places.value(1), keys));
        m_complete = !stop;
    } catch (const SqlFailure &) {
        // The lists still answer from the text index; isComplete() stays false and the window says so.
    }
}

void People::fillPlaces(const std::atomic<bool> &stop)
{
    m_keepsPlaces = true;
    try {
        Database database(m_folder.database(), Database::Access::ReadOnly);
        Statement places(database.handle(),
            "SELECT id FROM registers WHERE register=? AND removed=0 ORDER BY id");
        places.bind(1, int(Register::Place));
        while (!stop && places.step()) {
            if (const auto row = loadRow(database, places.integer(0)))
                m_knownPlaces.put(row->number, placeNamed(row->row.values));
        }
    } catch (const SqlFailure &) {
        // What was read is offered; the rest can be typed.
    }
}

void People::refresh(const QVector<Touched> &touched, Database &database, KeyRing &keys)
{
    try {
        Statement &address =
            database.prepared("SELECT address FROM tickets WHERE id=? AND typeof(address)='blob'");
        for (const Touched &one : touched) {
            if (one.what == Touched::Row && Register(one.reg) == Register::Customer) {
                const auto row = loadRow(database, one.number);
                if (row && !row->row.removed)
                    put(one.number, personOf(row->row.values, keys));
                else
                    m_customers.remove(one.number);
            } else if (m_keepsPlaces && one.what == Touched::Row
                && Register(one.reg) == Register::Place) {
                const auto row = loadRow(database, one.number);
                if (row && !row->row.removed)
                    m_knownPlaces.put(one.number, placeNamed(row->row.values));
                else
                    m_knownPlaces.remove(one.number);
            } else if (one.what == Touched::Ticket) {
                if (address.bind(1, one.number).step())
                    m_places.put(one.number, placeOf(address.value(0), keys));
                address.reset();
            }
        }
    } catch (const SqlFailure &) {
        m_complete = false;
    }
}

QVector<qint64> People::findCustomers(QStringView typed, int limit) const
{
    return m_customers.find(typed, limit);
}

QVector<qint64> People::findTicketsByPlace(QStringView typed, int limit, qint64 above) const
{
    return m_places.find(typed, limit, PersonField::Address, above);
}

QVector<qint64> People::findPlaces(QStringView typed, int limit) const
{
    return m_knownPlaces.find(typed, limit, PersonField::Address);
}

size_t People::memoryBytes() const
{
    return m_customers.memoryBytes() + m_places.memoryBytes() + m_knownPlaces.memoryBytes()
        + m_phones.memoryBytes();
}

} // namespace store
