// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people.h"

#include "domain/ticket_fields.h"
#include "store/committed.h"
#include "store/people_reading.h"

#include <future>
#include <thread>

namespace store
{

using namespace domain;

namespace
{

/// Row numbers that one thread reads before the others' are waited for.
constexpr qint64 portion = 4096;

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

/// The customer whom a row of a register is about; 0 for none.
qint64 customerOf(const NumberedRow &row, Database &database)
{
    const quint8 owner = registerSpec(row.row.reg).owner;
    if (row.row.reg == Register::Customer || !owner)
        return row.row.reg == Register::Customer ? row.number : 0;
    const auto customer = loadRow(database, row.row.values[owner].value<Id>());
    return customer ? customer->number : 0;
}

} // namespace

void People::take(const PersonLine &line)
{
    m_customers.putKeys(line.number, line.keys);
    m_groups.put(line.number, line.groups);
    for (const QString &phone : line.phones)
        m_phones.add(phone, line.number);
    for (qint64 merged : line.merged)
        m_survivors.insert(merged, line.number);
}

void People::fill(const std::atomic<bool> &stop)
{
    try {
        Database database(m_folder.database(), Database::Access::ReadOnly);
        fillCustomers(database, stop);
        fillPlaces(database, stop);
        m_complete = !stop;
    } catch (const SqlFailure &) {
        // The lists still answer from the text index; isComplete() stays false and the window says so.
    }
    const QMutexLocker locker(&m_meeting);
    m_renewed.clear();
}

/// Several threads open the files, this one puts them in order.
void People::fillCustomers(Database &database, const std::atomic<bool> &stop)
{
    const qint64 end = database.value("SELECT max(id) FROM registers").toLongLong() + 1;
    std::vector<std::unique_ptr<PeopleReading>> readings;
    for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1U, 4U); ++i)
        readings.push_back(std::make_unique<PeopleReading>(m_folder.database(), m_deskKey));
    qint64 from = 0;
    std::vector<std::future<std::vector<PersonLine>>> parts(readings.size());
    const auto launch = [&](size_t at) {
        if (from >= end || stop)
            return;
        parts[at] = std::async(std::launch::async,
            [&reading = *readings[at], from] { return reading.read(from, from + portion); });
        from += portion;
    };
    for (size_t at = 0; at < parts.size(); ++at)
        launch(at);
    // Each has its next portion before the last one is put in order.
    for (size_t at = 0; parts[at].valid(); at = (at + 1) % parts.size()) {
        const std::vector<PersonLine> lines = parts[at].get();
        launch(at);
        const QMutexLocker locker(&m_meeting);
        for (const PersonLine &line : lines) {
            if (!m_renewed.contains(line.number))
                take(line);
        }
    }
}

void People::fillPlaces(Database &database, const std::atomic<bool> &stop)
{
    KeyRing keys(database, m_deskKey);
    Statement places(database.handle(),
        "SELECT id, address FROM tickets WHERE typeof(address)='blob' ORDER BY id");
    while (!stop && places.step())
        m_places.put(places.integer(0), placeOf(places.value(1), keys));
}

/// Everyone whose file may have changed: whom the row was filed under, and whom it is filed under now.
void People::renew(qint64 customer, Database &database, KeyRing &keys)
{
    const qint64 before = m_survivors.value(customer, customer);
    QSet<qint64> files{customer, before, survivorOf(database, customer)};
    for (qint64 number : familyOf(database, customer))
        files.insert(number);
    for (qint64 number : std::as_const(files)) {
        m_survivors.remove(number);
        if (!m_complete)
            m_renewed.insert(number);
    }
    for (qint64 number : std::as_const(files)) {
        const auto file = loadCustomerFile(database, number);
        if (file && file->customer.number == number) {
            take(lineOf(*file, keys));
        } else {
            m_customers.remove(number);
            m_groups.put(number, 0);
        }
    }
}

void People::fillKnownPlaces(const std::atomic<bool> &stop)
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

void People::renewPlace(qint64 number, const std::optional<NumberedRow> &row)
{
    if (row && !row->row.removed)
        m_knownPlaces.put(number, placeNamed(row->row.values));
    else
        m_knownPlaces.remove(number);
}

void People::refresh(const QVector<Touched> &touched, Database &database, KeyRing &keys)
{
    try {
        Statement &address =
            database.prepared("SELECT address FROM tickets WHERE id=? AND typeof(address)='blob'");
        for (const Touched &one : touched) {
            if (one.what == Touched::Row) {
                const auto row = loadRow(database, one.number);
                const qint64 customer = row ? customerOf(*row, database) : 0;
                const QMutexLocker locker(&m_meeting);
                if (customer)
                    renew(customer, database, keys);
                if (m_keepsPlaces && Register(one.reg) == Register::Place)
                    renewPlace(one.number, row);
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

QVector<qint64> People::findCustomers(QStringView typed, int limit, Groups groups) const
{
    if (!groups)
        return m_customers.find(typed, limit);
    QVector<qint64> found = m_customers.find(typed, std::numeric_limits<int>::max());
    found.removeIf([&](qint64 number) { return !m_groups.holds(number, groups); });
    return found.first(std::min(found.size(), qsizetype(limit)));
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
    return m_customers.memoryBytes() + m_places.memoryBytes() + m_phones.memoryBytes()
        + m_groups.memoryBytes() + m_knownPlaces.memoryBytes();
}

} // namespace store
