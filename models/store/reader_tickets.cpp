// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/han_tokenizer.h"
#include "store/reader_answer.h"
#include "store/text_index.h"

#include "domain/ticket_fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <compare>

namespace store
{

using namespace domain;

namespace
{

/// More people than this don't narrow a search; the text index answers then.
constexpr int mostPeople = 1000;

const QByteArray lineColumns =
    "tickets.id, number, kind, line, category, urgency, title, address, state, grid, assignee,"
    " unit, round, satisfaction, happened_at, due_at, due_clock, closed_at, missed, customer";

/// The columns of the text index that a search looks into; empty for all of them.
QByteArrayList textColumns(const QStringList &in)
{
    QByteArrayList columns;
    for (const QString &name : in) {
        if (name != u"customer")
            columns << (name == u"address" ? QByteArray("place") : name.toLatin1());
    }
    return columns;
}

bool asksText(const QStringList &in)
{
    return in.isEmpty()
        || std::ranges::any_of(in, [](const QString &name) { return name != u"customer"; });
}

bool asksPeople(const QStringList &in)
{
    return in.isEmpty() || in.contains(u"customer") || in.contains(u"address");
}

/// The test on the rows that the text index doesn't hold yet.
QByteArray containsTest(const QStringList &in)
{
    QByteArrayList tests;
    for (const QByteArray &column : in.isEmpty()
            ? QByteArrayList{"number", "title", "description", "reply", "place"}
            : textColumns(in)) {
        const QByteArray text =
            column == "place" ? "CASE typeof(address) WHEN 'text' THEN address END" : column;
        tests << "instr(lower(" + text + "), lower(?1)) > 0";
    }
    return '(' + tests.join(" OR ") + ')';
}

QString asJson(const QVector<qint64> &numbers)
{
    QJsonArray array;
    for (qint64 number : numbers)
        array.append(number);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// The index finds the files that go on; tickets may name those that were merged into them.
QVector<qint64> withMerged(Database &database, const QVector<qint64> &people)
{
    if (!database
             .value("SELECT 1 FROM registers WHERE under IS NOT NULL AND register="
                 + QByteArray::number(int(Register::Customer)) + " LIMIT 1")
             .isValid())
        return people;
    QVector<qint64> all;
    for (qint64 person : people)
        all += familyOf(database, person);
    return all;
}

/// SQLite's order of values: NULL, numbers, text by its UTF-8 bytes.
std::strong_ordering compare(const QVariant &a, const QVariant &b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() <=> b.isValid();
    if (a.typeId() == QMetaType::QString)
        return a.toString().toUtf8().compare(b.toString().toUtf8()) <=> 0;
    const double x = a.toDouble(), y = b.toDouble();
    return x < y ? std::strong_ordering::less
        : x > y  ? std::strong_ordering::greater
                 : std::strong_ordering::equal;
}

} // namespace

TicketSql Reader::sqlFor(const TicketQuery &query)
{
    TicketSql sql = TicketSql::from(query, m_database, m_clock.now_ms());
    m_unknownKey = sql.unknownKey;
    return sql;
}

QByteArray Reader::sourceOf(const TicketQuery &query, QVector<QVariant> &binds)
{
    if (query.text.trimmed().isEmpty())
        return "tickets";
    QByteArrayList parts;
    if (asksText(query.in)) {
        const QByteArray match = hanMatchExpression(query.text, textColumns(query.in));
        if (!match.isEmpty()) {
            parts << "SELECT rowid AS id FROM ticket_text WHERE ticket_text MATCH ?";
            binds << QString::fromUtf8(match);
        }
        QVector<qint64> unindexed;
        findUnindexed(query, {"1", {}, "tickets.id", {}}, unindexed);
        if (!unindexed.isEmpty()) {
            parts << "SELECT value FROM json_each(?)";
            binds << asJson(unindexed);
        }
    }
    if (m_people && asksPeople(query.in)) {
        if (const auto people =
                withMerged(m_database, m_people->findCustomers(query.text, mostPeople));
            !people.isEmpty()) {
            parts << "SELECT id FROM tickets WHERE customer IN (SELECT value FROM json_each(?))";
            binds << asJson(people);
        }
        if (const auto places = m_people->findTicketsByPlace(query.text, mostPeople * 10);
            !places.isEmpty()) {
            parts << "SELECT value FROM json_each(?)";
            binds << asJson(places);
        }
    }
    if (parts.isEmpty())
        return "(SELECT 0 AS id WHERE 0) AS hits CROSS JOIN tickets ON tickets.id = hits.id";
    return "(" + parts.join(" UNION ") + ") AS hits CROSS JOIN tickets ON tickets.id = hits.id";
}

TicketLine Reader::lineFrom(const Statement &found)
{
    TicketLine line{.row = found.integer(0),
        .number = found.text(1),
        .kind = found.text(2),
        .line = found.text(3),
        .category = found.text(4),
        .urgency = found.text(5),
        .title = found.text(6),
        .address = m_keys.open(field::Address, found.value(7)),
        .state = found.text(8),
        .grid = found.integer(9),
        .assignee = found.integer(10),
        .unit = found.text(11),
        .round = int(found.integer(12)),
        .satisfaction = int(found.integer(13)),
        .happened_ms = found.integer(14),
        .due_ms = found.integer(15),
        .dueClock = found.text(16),
        .closed_ms = found.integer(17),
        .missed = found.integer(18),
        .customer = found.integer(19)};
    return line;
}

QVector<TicketLine> Reader::findTickets(const TicketQuery &query)
{
    return answer<QVector<TicketLine>>([&] { return findTicketLines(findTicketRows(query)); });
}

QVector<qint64> Reader::findTicketRows(const TicketQuery &query)
{
    return answer<QVector<qint64>>([&] {
        const TicketSql sql = sqlFor(query);
        QVector<QVariant> binds;
        const QByteArray source = sourceOf(query, binds);
        Statement find(m_database.handle(),
            "SELECT tickets.id FROM " + source + " WHERE " + sql.where + " ORDER BY " + sql.order
                + " LIMIT ? OFFSET ?");
        int at = 1;
        for (const QVariant &bind : binds)
            find.bind(at++, bind);
        at = sql.bindTo(find, at);
        find.bind(at, query.limit).bind(at + 1, query.offset);
        QVector<qint64> rows;
        while (find.step())
            rows.append(find.integer(0));
        return rows;
    });
}

qint64 Reader::countTickets(const TicketQuery &query)
{
    return answer<qint64>([&] {
        const TicketSql sql = sqlFor(query);
        QVector<QVariant> binds;
        const QByteArray source = sourceOf(query, binds);
        Statement count(
            m_database.handle(), "SELECT count(*) FROM " + source + " WHERE " + sql.where);
        int at = 1;
        for (const QVariant &bind : binds)
            count.bind(at++, bind);
        sql.bindTo(count, at);
        return count.step() ? count.integer(0) : 0;
    });
}

QMap<QString, qint64> Reader::countTicketsBy(const TicketQuery &query, const QString &field)
{
    return answer<QMap<QString, qint64>>([&] {
        QMap<QString, qint64> counts;
        const TicketSql sql = sqlFor(query);
        const FieldSpec *spec = ticketFields().find(field);
        if (!(spec && spec->is(Kept)) && field != u"state")
            return counts;
        const QByteArray column = field.toLatin1();
        QVector<QVariant> binds;
        const QByteArray source = sourceOf(query, binds);
        Statement count(m_database.handle(),
            "SELECT " + column + ", count(*) FROM " + source + " WHERE " + sql.where + " GROUP BY "
                + column);
        int at = 1;
        for (const QVariant &bind : binds)
            count.bind(at++, bind);
        sql.bindTo(count, at);
        while (count.step()) {
            QString key = count.value(0).toString();
            if (spec && namedBy(spec->type) && spec->type != FieldType::Customer) {
                const auto row = loadRow(m_database, count.integer(0));
                key = row ? row->row.values.text(registerSpec(row->row.reg).code) : QString();
            }
            counts[key] += count.integer(1);
        }
        return counts;
    });
}

QVector<TicketLine> Reader::findTicketLines(const QVector<qint64> &rows)
{
    return answer<QVector<TicketLine>>([&] {
        static const QByteArray sql = "SELECT " + lineColumns + " FROM tickets WHERE id=?";
        QVector<TicketLine> lines;
        lines.reserve(rows.size());
        Statement &find = m_database.prepared(sql);
        for (qint64 row : rows) {
            if (find.bind(1, row).step())
                lines.append(lineFrom(find));
            find.reset();
        }
        return lines;
    });
}

qsizetype Reader::findPlace(const TicketQuery &query, const QVector<qint64> &rows, qint64 row)
{
    return answer<qsizetype>([&]() -> qsizetype {
        const TicketSql sql = sqlFor(query);
        Statement belongs(m_database.handle(), "SELECT 1 FROM tickets WHERE id=? AND " + sql.where);
        belongs.bind(1, row);
        sql.bindTo(belongs, 2);
        if (!belongs.step())
            return -1;
        Statement &key = m_database.prepared("SELECT "
            + (query.sort == u"recorded" ? QByteArray("id") : query.sort.toLatin1())
            + " FROM tickets WHERE id=?");
        const auto keyOf = [&key](qint64 of) {
            const QVariant value = key.bind(1, of).step() ? key.value(0) : QVariant();
            key.reset();
            return value;
        };
        const QVariant mine = keyOf(row);
        const auto at = std::partition_point(rows.begin(), rows.end(), [&](qint64 other) {
            auto order = compare(keyOf(other), mine);
            if (order == 0)
                order = other <=> row;
            return query.descending ? order > 0 : order < 0;
        });
        return at - rows.begin();
    });
}

QVector<TicketPoint> Reader::findTicketPoints(const TicketQuery &query, qint64 at_ms, qint64 limit)
{
    return answer<QVector<TicketPoint>>([&] {
        const TicketSql sql = sqlFor(query);
        QVector<QVariant> binds;
        const QByteArray source = sourceOf(query, binds);
        return store::findTicketPoints(m_database, source, binds, sql, at_ms, limit);
    });
}

void Reader::findInText(const TicketQuery &query, const TicketSql &sql, QVector<qint64> &found)
{
    const QByteArray match = hanMatchExpression(query.text, textColumns(query.in));
    if (match.isEmpty() || !asksText(query.in))
        return;
    Statement &find = m_database.prepared(
        sql.where == "1" ? QByteArray(
            "SELECT rowid FROM ticket_text WHERE ticket_text MATCH ? ORDER BY rowid DESC LIMIT ?")
                         : "SELECT tickets.id FROM ticket_text CROSS JOIN tickets ON tickets.id = "
                           "ticket_text.rowid"
                           " WHERE ticket_text MATCH ? AND "
                + sql.where + " ORDER BY ticket_text.rowid DESC LIMIT ?");
    find.bind(1, QString::fromUtf8(match));
    find.bind(sql.bindTo(find, 2), query.limit);
    while (find.step())
        found.append(find.integer(0));
}

void Reader::findUnindexed(const TicketQuery &query, const TicketSql &sql, QVector<qint64> &found)
{
    if (!asksText(query.in))
        return;
    Statement &find = m_database.prepared("SELECT id FROM tickets WHERE id > ?2 AND "
        + containsTest(query.in) + " AND " + sql.where + " ORDER BY id DESC");
    find.bind(1, query.text).bind(2, indexedTo(m_database));
    sql.bindTo(find, 3);
    while (find.step())
        found.append(find.integer(0));
}

void Reader::findOfPeople(const TicketQuery &query, const TicketSql &sql, QVector<qint64> &found)
{
    if (!m_people || !asksPeople(query.in))
        return;
    // What is older than enough newer hits doesn't count any more.
    qint64 newerThan = 0;
    if (query.limit > 0 && found.size() >= query.limit) {
        std::ranges::nth_element(found, found.begin() + query.limit - 1, std::greater());
        newerThan = found.at(query.limit - 1);
    }
    Statement &find = m_database.prepared("SELECT id FROM tickets WHERE customer=? AND id > ? AND "
        + sql.where + " ORDER BY happened_at DESC LIMIT ?");
    const auto people =
        withMerged(m_database, m_people->findCustomers(query.text, int(query.limit)));
    for (qint64 customer : people) {
        find.bind(1, customer).bind(2, newerThan);
        find.bind(sql.bindTo(find, 3), query.limit);
        while (find.step())
            found.append(find.integer(0));
    }
    Statement &belongs = m_database.prepared("SELECT 1 FROM tickets WHERE id=? AND " + sql.where);
    for (qint64 row : m_people->findTicketsByPlace(query.text, int(query.limit), newerThan)) {
        belongs.bind(1, row);
        sql.bindTo(belongs, 2);
        if (belongs.step())
            found.append(row);
        belongs.reset();
    }
}

QVector<qint64> Reader::findNewest(const TicketQuery &query)
{
    return answer<QVector<qint64>>([&] {
        const TicketSql sql = sqlFor(query);
        QVector<qint64> found;
        findInText(query, sql, found);
        findUnindexed(query, sql, found);
        findOfPeople(query, sql, found);
        std::ranges::sort(found, std::greater());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        if (query.limit >= 0 && found.size() > query.limit)
            found.resize(query.limit);
        return found;
    });
}

} // namespace store
