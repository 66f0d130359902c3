// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "input.h"
#include "list_page.h"
#include "ticket_filters.h"
#include "ticket_json.h"

#include <algorithm>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// So many lines are read at a time, so that a list of a million needs no memory for them all.
constexpr qsizetype portion = 1000;

bool isIn(std::initializer_list<QStringView> names, QStringView key)
{
    return std::ranges::find(names, key) != names.end();
}

/// What stands in the query for what people write: moments as milliseconds, a customer as its number here.
QString filterValue(
    const QString &key, const QString &value, store::Reader &reader, const FieldText &text)
{
    if (value.isEmpty())
        return value;
    if (isIn({u"from", u"until", u"done_from", u"done_until", u"due_before", u"due_at",
                 u"arrived_at", u"finished_at", u"closed_at"},
            key))
        return QString::number(text.parseTime_ms(key, value));
    if (isIn({u"open", u"under_way", u"overdue"}, key) && !isIn({u"0", u"1"}, value))
        refuse({key, Words::tr("\"%1\" doesn't fit this filter.").arg(value),
            Words::tr("Write 0 or 1.")});
    const FieldSpec *spec = ticketFields().find(key);
    if (!spec)
        return value;
    const QVariant parsed = text.parse(*spec, value);
    if (const auto refusal = checkValue(*spec, parsed))
        refuse(*refusal);
    if (spec->type == FieldType::Customer || spec->type == FieldType::Outage)
        return QString::number(reader.rows().numberOf(parsed.value<Id>()));
    return namedBy(spec->type) || spec->type == FieldType::Ticket ? value : parsed.toString();
}

QStringList columnsIn(const QString &list)
{
    QStringList columns;
    for (const QString &name : list.split(u',', Qt::SkipEmptyParts)) {
        const QString column = name.trimmed();
        if (!isIn(
                {u"title", u"description", u"reply", u"number", u"address", u"customer"}, column)) {
            refuse({u"--in"_s, Words::tr("A search can't look into \"%1\".").arg(column),
                Words::tr("It looks into title, description, reply, number, address, customer.")});
        }
        columns << column;
    }
    return columns;
}

void setOrder(store::TicketQuery &query, const QString &sort)
{
    if (sort.isEmpty())
        return;
    query.descending = sort.startsWith(u'-');
    query.sort = query.descending ? sort.sliced(1) : sort;
}

struct Asked {
    QString text;
    QStringList in;
    QStringList where;
    QString sort;
    ListPage page;
};

Asked readAsked(Arguments &arguments)
{
    Asked asked{arguments.option(u"--search"_s), columnsIn(arguments.option(u"--in"_s)),
        arguments.options(u"--where"_s), arguments.option(u"--sort"_s), ListPage::from(arguments)};
    arguments.done();
    return asked;
}

/// Personal fields have to be opened before a search can look into them.
bool asksPeople(const Asked &asked)
{
    return !asked.text.isEmpty()
        && (asked.in.isEmpty() || asked.in.contains(u"customer"_s)
            || asked.in.contains(u"address"_s));
}

store::TicketQuery queryFrom(const Asked &asked, store::Reader &reader, const FieldText &text)
{
    store::TicketQuery query{
        .text = asked.text, .in = asked.in, .limit = asked.page.limit, .offset = asked.page.offset};
    query.filters = filtersFrom(asked.where, reader, text);
    setOrder(query, asked.sort);
    return query;
}

void checkAnswer(Session &session, store::Reader &reader)
{
    session.checkReading();
    if (!reader.unknownKey().isEmpty())
        refuseUnknownField(reader.unknownKey(), ticketFields(), Words::tr("Tickets"));
}

} // namespace

QVector<store::Filter> filtersFrom(
    const QStringList &where, store::Reader &reader, const FieldText &text)
{
    QVector<store::Filter> filters;
    const QJsonObject given = readAssignments(where);
    for (auto at = given.begin(); at != given.end(); ++at)
        filters.append({at.key(), filterValue(at.key(), at->toString(), reader, text)});
    return filters;
}

int runTickets(Session &session, Arguments &arguments)
{
    const Asked asked = readAsked(arguments);
    store::Reader &reader = (asksPeople(asked) ? session.deskWithPeople() : session.desk()).read();
    const FieldText text(reader);
    const store::TicketQuery query = queryFrom(asked, reader, text);
    if (asked.page.onlyCount) {
        const qint64 count = reader.countTickets(query);
        checkAnswer(session, reader);
        session.print(QJsonObject{{u"count"_s, count}});
        return 0;
    }
    const QVector<qint64> rows = reader.findTicketRows(query);
    checkAnswer(session, reader);
    for (qsizetype from = 0; from < rows.size(); from += portion) {
        for (const store::TicketLine &line : reader.findTicketLines(rows.mid(from, portion)))
            session.print(lineJson(line, text, reader));
        session.checkReading();
    }
    return 0;
}

} // namespace ctl
