// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_surroundings.h"

namespace store
{

using namespace domain;

StoreSurroundings::StoreSurroundings(
    Database &database, KeyRing &keys, const People *people, const Id &desk)
    : m_database(database)
    , m_keys(keys)
    , m_people(people)
    , m_desk(desk)
{
}

void StoreSurroundings::set(const Id &actor, qint64 now_ms)
{
    m_actor = actor;
    m_now_ms = now_ms;
}

void StoreSurroundings::commandDone(const QVector<Touched> &touched)
{
    for (const Touched &one : touched) {
        if (one.what != Touched::Row)
            continue;
        switch (Register(one.reg)) {
        case Register::Company:
            m_zone.reset();
            break;
        case Register::Desk:
            m_prefix.clear();
            break;
        case Register::Place:
            if (const auto row = m_places ? loadRow(m_database, one.number) : std::nullopt)
                m_places->renew(*row);
            break;
        case Register::Standard:
            m_standards.reset();
            break;
        case Register::Staff:
            m_knownStaff.clear();
            break;
        case Register::Customer:
            if (const auto row = loadRow(m_database, one.number))
                noteCustomer(*row);
            break;
        default:
            break;
        }
    }
}

void StoreSurroundings::committed()
{
    if (!m_people || !m_people->isComplete())
        return;
    m_phones.clear();
    m_hasReadPhones = false;
}

void StoreSurroundings::forget()
{
    m_zone.reset();
    m_prefix.clear();
    m_lastOfDay.clear();
    m_places.reset();
    m_standards.reset();
    m_phones.clear();
    m_hasReadPhones = false;
    m_knownStaff.clear();
}

QTimeZone StoreSurroundings::zone() const
{
    if (!m_zone) {
        QString name = QStringLiteral("Asia/Shanghai");
        eachRow(m_database, Register::Company,
            [&name](const NumberedRow &row) { name = row.row.values.text(company::Zone); });
        m_zone = QTimeZone(name.toLatin1());
    }
    return *m_zone;
}

QString StoreSurroundings::numberPrefix() const
{
    if (m_prefix.isEmpty()) {
        if (const auto desk = loadRow(m_database, m_desk))
            m_prefix = desk->row.values.text(desk::Prefix) + desk->row.values.text(desk::Letter);
    }
    return m_prefix;
}

int StoreSurroundings::lastOfDay(const QString &dayPrefix) const
{
    // Numbers of one day sort as text only up to 999, so all of the day are looked at, once.
    Statement &numbers =
        m_database.prepared("SELECT number FROM tickets WHERE number >= ?1 AND number < ?1 || ':'");
    numbers.bind(1, dayPrefix);
    int last = 0;
    while (numbers.step())
        last = std::max(last, QStringView(numbers.text(0)).sliced(dayPrefix.size()).toInt());
    return last;
}

QString StoreSurroundings::nextNumber(QDate day) const
{
    const QString dayPrefix = numberPrefix() + QLatin1Char('-')
        + day.toString(QStringLiteral("yyMMdd")) + QLatin1Char('-');
    auto last = m_lastOfDay.find(dayPrefix);
    if (last == m_lastOfDay.end())
        last = m_lastOfDay.insert(dayPrefix, lastOfDay(dayPrefix));
    return dayPrefix + QStringLiteral("%1").arg(++*last, 3, 10, QLatin1Char('0'));
}

Id StoreSurroundings::gridFor(const Values &ticket) const
{
    if (!m_places)
        m_places = std::make_unique<PlaceFinder>(m_database);
    return m_places->gridFor(ticket);
}

int StoreSurroundings::minutesFor(QStringView clock, const Values &ticket) const
{
    if (!m_standards) {
        m_standards.emplace();
        eachRow(m_database, Register::Standard,
            [this](const NumberedRow &row) { m_standards->append(row.row.values); });
    }
    static constexpr std::pair<quint8, quint8> conditions[] = {{standard::Kind, field::Kind},
        {standard::Line, field::Line}, {standard::Urgency, field::Urgency}};
    int minutes = 0, bestNamed = -1;
    for (const Values &row : *m_standards) {
        int named = 0;
        bool fits = row.text(standard::Clock) == clock;
        for (const auto &[mine, theirs] : conditions) {
            fits = fits && (!row.has(mine) || row.text(mine) == ticket.text(theirs));
            named += row.has(mine);
        }
        if (fits && named > bestNamed) {
            bestNamed = named;
            minutes = int(row.number(standard::Minutes));
        }
    }
    return minutes;
}

void StoreSurroundings::noteCustomer(const NumberedRow &row) const
{
    m_phones.add(m_keys.open(customer::Phone, row.row.values[customer::Phone]), row.number);
}

QVector<qint64> StoreSurroundings::whoMayHave(const QString &phone) const
{
    if (m_people && m_people->isComplete())
        return m_phones.candidates(phone) + m_people->findByPhone(phone);
    if (!m_hasReadPhones) {
        eachRow(
            m_database, Register::Customer, [this](const NumberedRow &row) { noteCustomer(row); });
        m_hasReadPhones = true;
    }
    return m_phones.candidates(phone);
}

Id StoreSurroundings::customerIfMeant(qint64 number, const CustomerDraft &draft) const
{
    const auto row = loadRow(m_database, number);
    if (!row || row->row.removed)
        return {};
    const Values &values = row->row.values;
    const bool meant = m_keys.open(customer::Phone, values[customer::Phone]) == draft.phone
        && (draft.name.isEmpty()
            || m_keys.open(customer::Name, values[customer::Name]) == draft.name);
    return meant ? row->row.id : Id();
}

Id StoreSurroundings::findCustomer(const CustomerDraft &draft) const
{
    if (draft.phone.isEmpty())
        return {};
    for (qint64 number : whoMayHave(draft.phone)) {
        if (const Id meant = customerIfMeant(number, draft); !meant.isNull())
            return meant;
    }
    return {};
}

Id StoreSurroundings::rowWithCode(Register reg, const QString &code) const
{
    const auto row = loadRowByCode(m_database, reg, code);
    return row ? row->row.id : Id();
}

bool StoreSurroundings::exists(Register reg, const Id &id) const
{
    if (reg == Register::Staff && m_knownStaff.contains(id))
        return true;
    const auto row = loadRow(m_database, id);
    const bool found = row && row->row.reg == reg && !row->row.removed;
    if (found && reg == Register::Staff)
        m_knownStaff.insert(id);
    return found;
}

QString StoreSurroundings::numberFromSource(const QString &source, const QString &sourceId) const
{
    Statement &find = m_database.prepared(
        "SELECT number FROM tickets WHERE source=? AND source_id=? AND source_id IS NOT NULL");
    const QString number = find.bind(1, source).bind(2, sourceId).step() ? find.text(0) : QString();
    find.reset();
    return number;
}

} // namespace store
