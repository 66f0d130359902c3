// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_surroundings.h"

#include "domain/account.h"
#include "domain/desk_numbers.h"
#include "domain/ticket_fields.h"
#include "geo/fault.h"
#include "store/active_rules.h"
#include "store/ticket_sql.h"
#include "store/words.h"

#include <algorithm>

namespace store
{

using namespace domain;

StoreSurroundings::StoreSurroundings(
    Database &database, KeyRing &keys, const People *people, const Id &desk, qint64 known)
    : m_database(database)
    , m_desk(desk)
    , m_known(known)
    , m_divisions(database)
    , m_callers(database, keys, people)
{
}

void StoreSurroundings::commandDone(const QVector<Touched> &touched)
{
    for (const Touched &one : touched) {
        if (one.what != Touched::Row)
            continue;
        switch (Register(one.reg)) {
        case Register::Company:
            m_zone.reset();
            m_active.reset();
            m_standards.reset();
            break;
        case Register::Desk:
            m_prefix.clear();
            break;
        case Register::Place:
            if (const auto row = m_places ? loadRow(m_database, one.number) : std::nullopt)
                m_places->renew(*row);
            break;
        case Register::Grid:
        case Register::Drawing:
            m_divisions.doubt();
            break;
        case Register::Standard:
        case Register::ServiceHours:
        case Register::CalendarDay:
            m_standards.reset();
            break;
        case Register::Staff:
            m_knownStaff.clear();
            break;
        case Register::Grant:
            m_grants.reset();
            break;
        case Register::Account:
            m_publicKeys.clear();
            break;
        case Register::Customer:
        case Register::Contact:
            if (const auto row = loadRow(m_database, one.number))
                m_callers.note(*row);
            break;
        default:
            break;
        }
    }
}

void StoreSurroundings::committed()
{
    m_callers.committed();
}

void StoreSurroundings::forget()
{
    m_zone.reset();
    m_active.reset();
    m_prefix.clear();
    m_lastOfDay.clear();
    m_places.reset();
    m_divisions.doubt();
    m_standards.reset();
    m_callers.forget();
    m_knownStaff.clear();
    m_grants.reset();
    m_publicKeys.clear();
}

QByteArray StoreSurroundings::publicKeyOf(const Id &person) const
{
    auto known = m_publicKeys.constFind(person);
    if (known == m_publicKeys.constEnd()) {
        const auto account = loadRow(m_database, accountOf(person));
        known = m_publicKeys.insert(
            person, account ? account->row.values[account::PublicKey].toByteArray() : QByteArray());
    }
    return *known;
}

const Grants &StoreSurroundings::grants() const
{
    if (!m_grants)
        m_grants = loadGrants(m_database);
    return *m_grants;
}

/// Before there is a company the first desk's program says by which rules it begins.
RulesHere StoreSurroundings::rules() const
{
    if (!m_active)
        m_active = findActiveRules(m_database);
    return {m_active.value_or(m_known), m_known};
}

Reach StoreSurroundings::reach() const
{
    Statement each(m_database.handle(),
        "SELECT feeds.uid, max(entries.sequence) FROM entries JOIN feeds ON feeds.id = entries.feed"
        " GROUP BY entries.feed");
    Reach reach;
    while (each.step())
        reach.set(each.id(0), each.integer(1));
    return reach;
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
        if (const auto desk = loadRow(m_database, m_desk)) {
            QVector<RegisterRow> desks;
            eachRow(m_database, Register::Desk,
                [&desks](const NumberedRow &row) { desks.append(row.row); });
            m_prefix = numberBeginning(desk->row, desks);
        }
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
    QVector<Id> atPoint;
    if (const auto point = placeOf(ticket))
        atPoint = gridsAt(
            *point, ticket.has(field::HappenedAt) ? ticket.number(field::HappenedAt) : now_ms());
    return gridOf(atPoint, m_places->gridFor(ticket));
}

QVector<Id> StoreSurroundings::gridsAt(const GeoPoint &point, qint64 at_ms) const
{
    return m_divisions.at(at_ms)->gridsAt(point);
}

std::optional<Refusal> StoreSurroundings::faultOf(const Shape &area) const
{
    const auto fault = geo::findFault(area);
    if (!fault)
        return {};
    return Refusal{QStringLiteral("area"), fault->words(),
        Words::tr("Move the border there, or have it repaired.")};
}

const Standards &StoreSurroundings::standards() const
{
    if (!m_standards) {
        QVector<RegisterRow> rows;
        for (const Register reg :
            {Register::Standard, Register::ServiceHours, Register::CalendarDay}) {
            eachRow(m_database, reg, [&rows](const NumberedRow &row) { rows.append(row.row); });
        }
        m_standards.emplace(rows, zone());
    }
    return *m_standards;
}

Id StoreSurroundings::findCustomer(const CustomerDraft &draft) const
{
    return m_callers.find(draft);
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

std::optional<RegisterRow> StoreSurroundings::findRow(const Id &id) const
{
    const auto found = loadRow(m_database, id);
    return found ? std::optional(found->row) : std::nullopt;
}

QVector<RegisterRow> StoreSurroundings::rowsOf(Register reg) const
{
    QVector<RegisterRow> rows;
    eachRow(m_database, reg, [&rows](const NumberedRow &row) { rows.append(row.row); });
    return rows;
}

QStringList StoreSurroundings::openTicketsOf(const Id &customer) const
{
    constexpr int enough = 3;
    Statement find(m_database.handle(),
        "SELECT number FROM tickets WHERE customer=(SELECT id FROM registers WHERE uid=?) AND "
            + openCondition("state") + " LIMIT ?");
    find.bind(1, customer).bind(2, enough);
    QStringList numbers;
    while (find.step())
        numbers << find.text(0);
    return numbers;
}

Id StoreSurroundings::rowAbove(const Id &id) const
{
    Statement &find = m_database.prepared("SELECT under FROM registers WHERE uid=? AND removed=0");
    const Id above = find.bind(1, id).step() ? find.id(0) : Id();
    find.reset();
    return above;
}

QVector<Id> StoreSurroundings::rowsUnder(Register reg, const Id &above) const
{
    QVector<Id> found;
    for (const NumberedRow &row : loadRowsUnder(m_database, reg, above))
        found.append(row.row.id);
    return found;
}

qint64 StoreSurroundings::ticketsOf(const Id &customer) const
{
    const auto row = loadRow(m_database, customer);
    if (!row)
        return 0;
    Statement &count = m_database.prepared("SELECT count(*) FROM tickets WHERE customer=?");
    const qint64 tickets = count.bind(1, row->number).step() ? count.integer(0) : 0;
    count.reset();
    return tickets;
}

bool StoreSurroundings::isOpenConflict(const Id &conflict, const Id &subject) const
{
    Statement &find =
        m_database.prepared("SELECT 1 FROM conflicts WHERE uid=? AND subject=? AND settled_by=0");
    const bool isThere = find.bind(1, conflict).bind(2, subject).step();
    find.reset();
    return isThere;
}

std::optional<Ticket> StoreSurroundings::findTicket(const Id &ticket) const
{
    RowNumbers rows(m_database);
    auto found = loadTicket(m_database, rows, ticket);
    return found ? std::optional(std::move(found->ticket)) : std::nullopt;
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
