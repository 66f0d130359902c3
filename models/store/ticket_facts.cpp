// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ticket_facts.h"

#include "domain/ticket_fields.h"
#include "domain/workflow.h"
#include "record/entry.h"
#include "store/register_rows.h"
#include "store/upkeep.h"

#include <sqlite3.h>

#include <algorithm>
#include <unordered_map>

namespace store
{

using namespace domain;

namespace
{

constexpr int rowsBetweenLooks = 4096;

/// Thrown through the fold, which knows no other way to be ended early.
struct Stopped {
};

bool isStopped(const std::atomic<bool> *stop)
{
    return stop && stop->load(std::memory_order_relaxed);
}

struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// The values of one field that came up, each with its place.
class Groups
{
public:
    explicit Groups(const FieldSpec &spec)
        : m_spec(spec)
        , m_isNumbered(namedBy(spec.type) && spec.type != FieldType::Customer)
    {
    }

    quint32 placeOf(const Statement &row, int column)
    {
        if (m_isNumbered) {
            const auto [at, isNew] =
                m_numbers.try_emplace(row.integer(column), quint32(m_numbers.size()));
            return at->second;
        }
        const std::string_view text = row.view(column);
        if (const auto at = m_texts.find(text); at != m_texts.end())
            return at->second;
        return m_texts.emplace(text, quint32(m_texts.size())).first->second;
    }

    QVector<FactGroup> named(Database &database) const
    {
        QVector<FactGroup> groups(m_isNumbered ? m_numbers.size() : m_texts.size());
        for (const auto &[number, place] : m_numbers)
            groups[place] = groupOf(loadRow(database, number));
        for (const auto &[text, place] : m_texts) {
            const QString code = QString::fromUtf8(text.data(), qsizetype(text.size()));
            groups[place] = {code, nameOf(code, database)};
        }
        return groups;
    }

private:
    static FactGroup groupOf(const std::optional<NumberedRow> &row)
    {
        if (!row)
            return {};
        const RegisterSpec &spec = registerSpec(row->row.reg);
        return {row->row.values.text(spec.code), row->row.values.text(spec.name)};
    }

    QString nameOf(const QString &code, Database &database) const
    {
        if (m_spec.id != field::Channel)
            return {};
        return groupOf(loadRowByCode(database, Register::Channel, code)).name;
    }

    const FieldSpec &m_spec;
    bool m_isNumbered;
    std::unordered_map<qint64, quint32> m_numbers;
    std::unordered_map<std::string, quint32, Hash, std::equal_to<>> m_texts;
};

QByteArray scanSql(const FactQuery &query)
{
    QByteArray sql =
        "SELECT happened_at, arrived_at, finished_at, due_at, missed, round, satisfaction, on_time,"
        " kind, state";
    for (quint8 number : query.groupings)
        sql += QByteArray(", ") + ticketFields().find(number)->key;
    sql += " FROM tickets WHERE happened_at >= ? AND happened_at < ?";
    const auto among = [&sql](const char *column, qsizetype count) {
        if (count > 0)
            sql +=
                QByteArray(" AND ") + column + " IN (" + QByteArrayList(count, "?").join(',') + ')';
    };
    among("grid", query.grids.size());
    among("kind", query.kinds.size());
    return sql;
}

void bindTo(Statement &scan, const FactQuery &query, Database &database)
{
    scan.bind(1, query.from_ms).bind(2, query.until_ms);
    int at = 3;
    for (const QString &code : query.grids) {
        const auto grid = loadRowByCode(database, Register::Grid, code);
        scan.bind(at++, grid ? grid->number : qint64(-1));
    }
    for (const QString &kind : query.kinds)
        scan.bind(at++, kind);
}

TicketFacts factsFrom(const Statement &row)
{
    TicketFacts facts{.happened_ms = row.integer(0),
        .arrived_ms = row.integer(1),
        .finished_ms = row.integer(2),
        .due_ms = row.integer(3),
        .missedClocks = row.integer(4),
        .round = int(row.integer(5)),
        .satisfaction = int(row.integer(6))};
    if (!row.isNull(7))
        facts.recordedOnTime = row.integer(7) != 0;
    facts.isRepair = row.view(8) == "repair";
    facts.isCancelled = row.view(9) == "cancelled";
    facts.isClosed = !facts.isCancelled
        && std::ranges::any_of(
            finalStates(), [&row](const char *state) { return row.view(9) == state; });
    return facts;
}

constexpr int firstGrouping = 10;

FactGroups scan(Database &database, const FactQuery &query,
    const std::function<void(const TicketFacts &)> &take, const std::atomic<bool> *stop)
{
    std::vector<Groups> groups;
    for (quint8 number : query.groupings)
        groups.emplace_back(*ticketFields().find(number));
    Statement rows(database.handle(), scanSql(query));
    bindTo(rows, query, database);
    for (int count = 1; rows.step(); ++count) {
        TicketFacts facts = factsFrom(rows);
        for (size_t i = 0; i < groups.size(); ++i)
            facts.groups[i] = groups[i].placeOf(rows, firstGrouping + int(i));
        take(facts);
        if (count % rowsBetweenLooks == 0 && isStopped(stop))
            throw Stopped();
    }
    FactGroups named;
    for (const Groups &group : groups)
        named.append(group.named(database));
    return named;
}

/// Several questions of one and the same state of the database, whatever is committed meanwhile.
class Snapshot
{
public:
    explicit Snapshot(Database &database)
        : m_database(database)
    {
        m_database.run("BEGIN");
    }
    ~Snapshot() { sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(Snapshot)

private:
    Database &m_database;
};

QVector<FactGroups> scanAll(Database &database, const QVector<FactQuery> &queries,
    const TakeFacts &take, const std::atomic<bool> *stop)
{
    QVector<FactGroups> groups;
    for (qsizetype i = 0; i < queries.size(); ++i)
        groups.append(scan(
            database, queries[i], [&](const TicketFacts &ticket) { take(i, ticket); }, stop));
    return groups;
}

} // namespace

FactSheet findFacts(Database &database, const QVector<FactQuery> &queries, const TakeFacts &take,
    const std::atomic<bool> *stop)
{
    const Snapshot snapshot(database);
    FactSheet sheet;
    sheet.position = database.value("SELECT max(position) FROM entries").toLongLong();
    try {
        sheet.groups = scanAll(database, queries, take, stop);
        sheet.isComplete = true;
    } catch (const Stopped &) {
    }
    return sheet;
}

FactSheet findPastFacts(Database &database, qint64 position, const QVector<FactQuery> &queries,
    const TakeFacts &take, const std::atomic<bool> *stop)
{
    FactSheet sheet{.position = position};
    try {
        Database past(QStringLiteral(":memory:"), Database::Access::ReadWrite);
        createTables(past);
        foldInto(database, past, position, [stop](qint64, qint64) {
            if (isStopped(stop))
                throw Stopped();
        });
        sheet.groups = scanAll(past, queries, take, stop);
        sheet.isComplete = true;
    } catch (const Stopped &) {
    }
    return sheet;
}

qint64 findRecordedAt_ms(Database &database, qint64 position)
{
    Statement find(database.handle(), "SELECT bytes FROM entries WHERE position=?");
    find.bind(1, position);
    const auto entry = find.step() ? record::decode(find.blob(0)) : std::nullopt;
    return entry ? entry->recorded_ms : 0;
}

} // namespace store
