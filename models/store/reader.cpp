// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/past_rows.h"
#include "store/reader_answer.h"

namespace store
{

using namespace domain;

Reader::Reader(const DeskFolder &folder, const Secrets &secrets,
    std::shared_ptr<const People> people, const Clock &clock)
    : m_database(folder.database(), Database::Access::ReadOnly)
    , m_rows(m_database)
    , m_keys(m_database, secrets.deskKey)
    , m_people(std::move(people))
    , m_around(m_database, m_keys, m_people.get(), secrets.desk)
    , m_clock(clock)
{
}

std::optional<NumberedTicket> Reader::findTicket(const QString &number)
{
    return answer<std::optional<NumberedTicket>>([&]() -> std::optional<NumberedTicket> {
        Statement &find = m_database.prepared("SELECT id FROM tickets WHERE number=?");
        const qint64 row = find.bind(1, number).step() ? find.integer(0) : 0;
        find.reset();
        return row ? loadTicket(m_database, m_rows, row) : std::nullopt;
    });
}

std::optional<NumberedTicket> Reader::findTicket(qint64 row)
{
    return answer<std::optional<NumberedTicket>>(
        [&] { return loadTicket(m_database, m_rows, row); });
}

std::optional<NumberedTicket> Reader::findTicket(const Id &id)
{
    return answer<std::optional<NumberedTicket>>(
        [&] { return loadTicket(m_database, m_rows, id); });
}

std::optional<NumberedTicket> Reader::findTicketFromSource(
    const QString &source, const QString &sourceId)
{
    return answer<std::optional<NumberedTicket>>([&]() -> std::optional<NumberedTicket> {
        Statement &find = m_database.prepared(
            "SELECT id FROM tickets WHERE source=? AND source_id=? AND source_id IS NOT NULL");
        const qint64 row = find.bind(1, source).bind(2, sourceId).step() ? find.integer(0) : 0;
        find.reset();
        return row ? loadTicket(m_database, m_rows, row) : std::nullopt;
    });
}

FactSheet Reader::findFacts(const QVector<FactQuery> &queries, qint64 position,
    const TakeFacts &take, const std::atomic<bool> *stop)
{
    return answer<FactSheet>([&] {
        return position ? findPastFacts(m_database, position, queries, take, stop)
                        : store::findFacts(m_database, queries, take, stop);
    });
}

qint64 Reader::findRecordedAt_ms(qint64 position)
{
    return answer<qint64>([&] { return store::findRecordedAt_ms(m_database, position); });
}

QHash<QString, qint64> Reader::findSourceIds(const QString &source)
{
    return answer<QHash<QString, qint64>>([&] {
        QHash<QString, qint64> rows;
        Statement &find = m_database.prepared(
            "SELECT source_id, id FROM tickets WHERE source=? AND source_id IS NOT NULL");
        find.bind(1, source);
        while (find.step())
            rows.insert(find.text(0), find.integer(1));
        return rows;
    });
}

QHash<QString, qint64> Reader::findSourceIdsSince(const QString &source, qint64 position)
{
    return answer<QHash<QString, qint64>>([&] {
        QHash<QString, qint64> rows;
        Statement &find =
            m_database.prepared("SELECT source_id, id FROM tickets "
                                "WHERE source=? AND source_id IS NOT NULL AND last_entry>?");
        find.bind(1, source).bind(2, position);
        while (find.step())
            rows.insert(find.text(0), find.integer(1));
        return rows;
    });
}

QVector<NumberedRow> Reader::findRows(Register reg, qint64 limit, qint64 offset)
{
    return answer<QVector<NumberedRow>>([&] {
        QVector<NumberedRow> found;
        Statement ids(m_database.handle(),
            "SELECT id FROM registers WHERE register=? AND removed=0 ORDER BY code, id LIMIT ? "
            "OFFSET ?");
        ids.bind(1, int(reg)).bind(2, limit).bind(3, offset);
        while (ids.step()) {
            if (const auto row = loadRow(m_database, ids.integer(0)))
                found.append(*row);
        }
        return found;
    });
}

void Reader::eachRow(Register reg, const std::function<bool(const NumberedRow &)> &take)
{
    answer<bool>([&] {
        Statement ids(m_database.handle(),
            "SELECT id FROM registers WHERE register=? AND removed=0 ORDER BY code, id");
        ids.bind(1, int(reg));
        while (ids.step()) {
            const auto row = loadRow(m_database, ids.integer(0));
            if (row && !take(*row))
                break;
        }
        return true;
    });
}

QVector<qint64> Reader::findRowNumbers(Register reg)
{
    return answer<QVector<qint64>>([&] {
        QVector<qint64> found;
        Statement ids(m_database.handle(),
            "SELECT id FROM registers WHERE register=? AND removed=0 ORDER BY code, id");
        ids.bind(1, int(reg));
        while (ids.step())
            found.append(ids.integer(0));
        return found;
    });
}

QVector<NumberedRow> Reader::findRowsInGrids(Register reg)
{
    return answer<QVector<NumberedRow>>([&] {
        QVector<NumberedRow> found;
        eachRowInGrids(m_database, reg, [&found](const NumberedRow &row) { found.append(row); });
        return found;
    });
}

QVector<NumberedRow> Reader::findRowsIn(Register reg, const Id &grid)
{
    return answer<QVector<NumberedRow>>([&] { return loadRowsIn(m_database, reg, grid); });
}

std::optional<NumberedRow> Reader::findRow(qint64 number)
{
    return answer<std::optional<NumberedRow>>([&] { return loadRow(m_database, number); });
}

std::optional<NumberedRow> Reader::findRow(const Id &id)
{
    return answer<std::optional<NumberedRow>>([&] { return loadRow(m_database, id); });
}

std::optional<NumberedRow> Reader::findRowByCode(Register reg, const QString &code)
{
    return answer<std::optional<NumberedRow>>(
        [&] { return loadRowByLabel(m_database, reg, code); });
}

QVector<Twin> Reader::findTwins(Register reg)
{
    return answer<QVector<Twin>>([&] { return store::findTwins(m_database, reg); });
}

QVector<Twin> Reader::findTwins()
{
    QVector<Twin> twins;
    for (const RegisterSpec &spec : allRegisters())
        twins += findTwins(spec.reg);
    return twins;
}

qint64 Reader::countRows(Register reg)
{
    return answer<qint64>([&] {
        Statement &count =
            m_database.prepared("SELECT count(*) FROM registers WHERE register=? AND removed=0");
        const qint64 rows = count.bind(1, int(reg)).step() ? count.integer(0) : 0;
        count.reset();
        return rows;
    });
}

QVector<ConflictLine> Reader::findConflicts(const Id &subject)
{
    return answer<QVector<ConflictLine>>([&] {
        QVector<ConflictLine> found;
        Statement &find = m_database.prepared(
            "SELECT conflicts.id, conflicts.subject, tickets.number, conflicts.entry, "
            "conflicts.reason, conflicts.uid, conflicts.other, conflicts.settled_by FROM conflicts"
            " LEFT JOIN tickets ON tickets.uid = conflicts.subject WHERE ?1 IS NULL OR "
            "conflicts.subject = ?1"
            " ORDER BY conflicts.id");
        find.bind(1, subject.isNull() ? QVariant() : QVariant::fromValue(subject));
        while (find.step())
            found.append({find.integer(0), find.id(1), find.text(2), find.integer(3),
                ConflictReason(find.integer(4)), find.id(5), find.integer(6), find.integer(7)});
        return found;
    });
}

QVector<NumberedRow> Reader::findCustomers(const QString &typed, int limit)
{
    return answer<QVector<NumberedRow>>([&] {
        QVector<NumberedRow> found;
        for (qint64 number : m_people ? m_people->findCustomers(typed, limit) : QVector<qint64>()) {
            if (const auto row = loadRow(m_database, number); row && !row->row.removed)
                found.append(*row);
        }
        return found;
    });
}

QVector<qint64> Reader::findCustomerRows(const QString &typed, Groups groups)
{
    return answer<QVector<qint64>>([&] {
        QVector<qint64> found;
        if (!typed.trimmed().isEmpty() || groups) {
            if (m_people)
                found = typed.trimmed().isEmpty()
                    ? m_people->findByGroups(groups)
                    : m_people->findCustomers(typed, std::numeric_limits<int>::max(), groups);
            return found;
        }
        Statement all(m_database.handle(),
            "SELECT id FROM registers WHERE register=? AND removed=0 AND under IS NULL"
            " ORDER BY id DESC");
        all.bind(1, int(Register::Customer));
        while (all.step())
            found.append(all.integer(0));
        return found;
    });
}

QVector<NumberedRow> Reader::findPlaces(const QString &typed, int limit)
{
    return answer<QVector<NumberedRow>>([&] {
        QVector<NumberedRow> found;
        for (qint64 number : m_people ? m_people->findPlaces(typed, limit) : QVector<qint64>()) {
            if (const auto row = loadRow(m_database, number); row && !row->row.removed)
                found.append(*row);
        }
        return found;
    });
}

qint64 Reader::countInGroup(const QString &group)
{
    return m_people ? m_people->countGroup(groupBit(group)) : 0;
}

std::optional<CustomerFile> Reader::findCustomerFile(qint64 customer)
{
    return answer<std::optional<CustomerFile>>(
        [&] { return loadCustomerFile(m_database, customer); });
}

std::optional<CustomerFile> Reader::findCustomerFile(const Id &customer)
{
    return answer<std::optional<CustomerFile>>([&]() -> std::optional<CustomerFile> {
        const auto row = loadRow(m_database, customer);
        return row ? loadCustomerFile(m_database, row->number) : std::nullopt;
    });
}

QVector<DuplicatePair> Reader::findDuplicates(const SearchStep &step)
{
    return answer<QVector<DuplicatePair>>(
        [&] { return store::findDuplicates(m_database, m_keys, step); });
}

QVector<NumberedRow> Reader::findRowsUnder(Register reg, const Id &row)
{
    return answer<QVector<NumberedRow>>([&] { return loadRowsUnder(m_database, reg, row); });
}

const Surroundings &Reader::around()
{
    if (const qint64 version = m_database.value("PRAGMA data_version").toLongLong();
        version != m_dataVersion) {
        m_around.forget();
        m_rows.forget();
        m_dataVersion = version;
    }
    m_around.set({{}, m_clock.now_ms()});
    return m_around;
}

Id Reader::findGridFor(const Values &ticket)
{
    return answer<Id>([&] { return around().gridFor(ticket); });
}

std::shared_ptr<const Division> Reader::findDivision(qint64 at_ms)
{
    using Found = std::shared_ptr<const Division>;
    auto found = answer<Found>([&] {
        around();
        return m_around.divisionAt(at_ms);
    });
    return found ? found : std::make_shared<const Division>();
}

QVector<GridFigures> Reader::findGridFigures(const GridMoment &moment)
{
    return answer<QVector<GridFigures>>([&] { return store::findGridFigures(m_database, moment); });
}

QVector<NumberedRow> Reader::findRowsAsOf(Register reg, qint64 at_ms)
{
    return answer<QVector<NumberedRow>>([&] { return loadRowsAsOf(m_database, reg, at_ms); });
}

QVector<Drawing> Reader::findDrawings(const Id &grid)
{
    return answer<QVector<Drawing>>([&] { return store::findDrawings(m_database, grid); });
}

QVector<ClockStart> Reader::findPromises(const Values &ticket)
{
    return answer<QVector<ClockStart>>(
        [&] { return promisesFor(ticket, m_clock.now_ms(), around()); });
}

Standards Reader::standards()
{
    return answer<Standards>([&] { return around().standards(); });
}

QTimeZone Reader::zone()
{
    return answer<QTimeZone>([&] { return around().zone(); });
}

qint64 Reader::position()
{
    return answer<qint64>(
        [&] { return m_database.value("SELECT max(position) FROM entries").toLongLong(); });
}

std::optional<Refusal> Reader::takeFailure()
{
    return std::exchange(m_failure, {});
}

} // namespace store
