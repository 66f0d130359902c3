// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ticket_sql.h"

#include "domain/ticket_fields.h"
#include "domain/workflow.h"
#include "store/customer_file.h"

#include <QDateTime>

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

constexpr const char *stateColumns[] = {
    "state", "round", "due_at", "missed", "arrived_at", "finished_at", "closed_at"};
constexpr const char *timeColumns[] = {"due_at", "arrived_at", "finished_at", "closed_at"};

bool isOneOf(std::span<const char *const> names, const QString &key)
{
    return std::ranges::any_of(
        names, [&key](const char *name) { return key == QLatin1StringView(name); });
}

QVariant numberOfCode(Database &database, Register reg, const QString &code)
{
    const auto row = loadRowByCode(database, reg, code);
    return row ? row->number : -1;
}

/// No ticket has the empty id.
QVariant idOfTicket(Database &database, const QString &number)
{
    Statement &find = database.prepared("SELECT uid FROM tickets WHERE number=?");
    const QVariant id = find.bind(1, number).step() ? find.value(0) : QVariant(QByteArray());
    find.reset();
    return id;
}

/// The value as the column keeps it.
QVariant columnValue(const FieldSpec &spec, const QString &value, Database &database)
{
    switch (spec.type) {
    case FieldType::Grid:
    case FieldType::Person:
        return numberOfCode(database, *namedBy(spec.type), value);
    case FieldType::Ticket:
        return idOfTicket(database, value);
    case FieldType::Flag:
        return qint64(value == u"1" || value == u"true");
    case FieldType::Number:
        return value.toDouble();
    case FieldType::Integer:
    case FieldType::Time:
    case FieldType::Customer:
    case FieldType::Outage:
        return value.toLongLong();
    default:
        return value;
    }
}

class Builder
{
public:
    Builder(Database &database, qint64 now_ms)
        : m_database(database)
        , m_now_ms(now_ms)
    {
    }

    void add(const Filter &filter)
    {
        const QString &key = filter.key;
        const qint64 moment = filter.value.toLongLong();
        if (key == u"open")
            return condition((filter.value == u"0" ? "NOT " : "") + openCondition("tickets.state"));
        if (key == u"under_way")
            return condition(filter.value == u"0" ? "tickets.closed_at IS NOT NULL"
                                                  : "tickets.closed_at IS NULL");
        if (key == u"overdue")
            return filter.value == u"0"
                ? condition("(tickets.due_at IS NULL OR tickets.due_at >= ?)", m_now_ms)
                : condition("tickets.due_at < ?", m_now_ms);
        if (key == u"due_from")
            return condition("tickets.due_at >= ?", moment);
        if (key == u"due_before")
            return condition("tickets.due_at < ?", moment);
        if (key == u"from")
            return condition("tickets.happened_at >= ?", moment);
        if (key == u"until")
            return condition("tickets.happened_at < ?", moment);
        if (key == u"done_from")
            return condition("tickets.closed_at >= ?", moment);
        if (key == u"area")
            return addArea(filter.value);
        if (key == u"done_until")
            return condition("tickets.closed_at < ?", moment);
        addField(filter);
    }

    QByteArray where() const { return m_parts.isEmpty() ? QByteArray("1") : m_parts.join(" AND "); }
    QVector<QVariant> binds;
    QString unknownKey;

private:
    void addField(const Filter &filter)
    {
        const FieldSpec *spec = ticketFields().find(filter.key);
        const bool kept = spec && spec->is(Kept);
        if (!kept && !isOneOf(stateColumns, filter.key)) {
            unknownKey = filter.key;
            return;
        }
        const QByteArray column = "tickets." + filter.key.toLatin1();
        if (filter.value.isEmpty())
            return condition(column + " IS NULL");
        if (spec && spec->type == FieldType::Customer)
            return addCustomer(column, filter.value.toLongLong());
        // A flag that nobody set is not set.
        if (filter.value == u"0" && spec && spec->type == FieldType::Flag)
            return condition("NOT coalesce(" + column + ", 0)");
        if (kept)
            return condition(column + "=?", columnValue(*spec, filter.value, m_database));
        if (filter.key == u"state" && filter.value.contains(u','))
            return addStates(filter.value.split(u','));
        condition(column + "=?",
            filter.key == u"state" ? QVariant(filter.value) : QVariant(filter.value.toLongLong()));
    }

    /// One person, however many files were merged.
    void addCustomer(const QByteArray &column, qint64 customer)
    {
        QByteArrayList marks;
        for (qint64 number : familyOf(m_database, customer)) {
            marks << "?";
            binds << number;
        }
        condition(marks.size() == 1 ? column + "=?" : column + " IN (" + marks.join(',') + ')');
    }

    /// What is no box holds nothing.
    void addArea(const QString &value)
    {
        const QStringList edges = value.split(u',');
        if (edges.size() != 4)
            return condition("0");
        condition("tickets.lon >= ?", edges[0].toDouble());
        condition("tickets.lon <= ?", edges[2].toDouble());
        condition("tickets.lat >= ?", edges[1].toDouble());
        condition("tickets.lat <= ?", edges[3].toDouble());
    }

    void addStates(const QStringList &states)
    {
        QByteArrayList marks;
        for (const QString &state : states) {
            marks << "?";
            binds << state;
        }
        condition("tickets.state IN (" + marks.join(',') + ')');
    }

    void condition(const QByteArray &text) { m_parts << text; }
    void condition(const QByteArray &text, const QVariant &value)
    {
        m_parts << text;
        binds << value;
    }

    Database &m_database;
    qint64 m_now_ms;
    QByteArrayList m_parts;
};

QByteArray orderOf(const TicketQuery &query, QString *unknownKey)
{
    const QByteArray direction = query.descending ? " DESC" : "";
    if (query.sort == u"recorded")
        return "tickets.id" + direction;
    const FieldSpec *spec = ticketFields().find(query.sort);
    if (!(spec && spec->is(Kept)) && !isOneOf(stateColumns, query.sort)) {
        *unknownKey = query.sort;
        return "tickets.id" + direction;
    }
    // What is due stands before what is not.
    const QByteArray column = "tickets." + query.sort.toLatin1();
    const QByteArray absent = isOneOf(timeColumns, query.sort) && !query.descending
        ? column + " IS NULL, "
        : QByteArray();
    return absent + column + direction + ", tickets.id" + direction;
}

} // namespace

QString areaFilter(const GeoBox &box)
{
    constexpr int places = 7;
    const auto text = [](double degrees) { return QString::number(degrees, 'f', places); };
    return QStringList{
        text(box.least.lon()), text(box.least.lat()), text(box.most.lon()), text(box.most.lat())}
        .join(u',');
}

QByteArray openCondition(const QByteArray &column)
{
    QByteArrayList states;
    for (const char *state : finalStates())
        states << "'" + QByteArray(state) + "'";
    return column + " NOT IN (" + states.join(',') + ")";
}

TicketSql TicketSql::from(const TicketQuery &query, Database &database, qint64 now_ms)
{
    Builder builder(database, now_ms);
    for (const Filter &filter : query.filters)
        builder.add(filter);
    TicketSql sql{builder.where(), builder.binds, {}, builder.unknownKey};
    sql.order = orderOf(query, &sql.unknownKey);
    return sql;
}

int TicketSql::bindTo(Statement &statement, int at) const
{
    for (const QVariant &value : binds)
        statement.bind(at++, value);
    return at;
}

} // namespace store
