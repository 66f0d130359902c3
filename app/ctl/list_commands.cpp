// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "input.h"
#include "list_page.h"
#include "ticket_json.h"

#include "store/entry_line.h"

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
    if (isIn({u"open", u"overdue"}, key) && !isIn({u"0", u"1"}, value))
        refuse({key, Words::tr("\"%1\" doesn't fit this filter.").arg(value),
            Words::tr("Write 0 or 1.")});
    const FieldSpec *spec = ticketFields().find(key);
    if (!spec)
        return value;
    const QVariant parsed = text.parse(*spec, value);
    if (const auto refusal = checkValue(*spec, parsed))
        refuse(*refusal);
    if (spec->type == FieldType::Customer)
        return QString::number(reader.rows().numberOf(parsed.value<Id>()));
    return spec->type == FieldType::Grid || spec->type == FieldType::Person ? value
                                                                            : parsed.toString();
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
    const QJsonObject filters = readAssignments(asked.where);
    for (auto at = filters.begin(); at != filters.end(); ++at)
        query.filters.append({at.key(), filterValue(at.key(), at->toString(), reader, text)});
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

namespace
{

const char *reasonCode(store::ConflictReason reason)
{
    switch (reason) {
    case store::ConflictReason::NoLongerApplies:
        return "no_longer_applies";
    case store::ConflictReason::LackedRight:
        return "lacked_right";
    case store::ConflictReason::DeskRevoked:
        return "desk_revoked";
    case store::ConflictReason::Contradicts:
        return "contradicts";
    case store::ConflictReason::StockBelowZero:
        return "stock_below_zero";
    }
    return "";
}

/// Who said it, when, and at which desk.
QJsonObject sideJson(qint64 position, store::Reader &reader)
{
    const auto entry = store::findEntry(reader, position);
    if (!entry)
        return {};
    const auto author = reader.findRow(entry->actor);
    const auto desk = reader.findRow(entry->desk);
    return {{u"entry"_s, position},
        {u"by"_s, author ? QJsonValue(author->row.values.text(staff::Login)) : QJsonValue()},
        {u"desk"_s, desk ? QJsonValue(desk->row.values.text(desk::Name)) : QJsonValue()},
        {u"recorded_at"_s, FieldText(reader).time(entry->recorded_ms)}};
}

QJsonObject conflictJson(const store::ConflictLine &conflict, store::Reader &reader)
{
    QJsonObject object{{u"id"_s, conflict.id.toHex()}, {u"subject"_s, conflict.subject.toHex()},
        {u"reason"_s, QString::fromLatin1(reasonCode(conflict.reason))}};
    const QJsonObject side = sideJson(conflict.entry, reader);
    for (auto each = side.begin(); each != side.end(); ++each)
        object.insert(each.key(), each.value());
    if (conflict.other)
        object.insert(u"against"_s, sideJson(conflict.other, reader));
    if (!conflict.ticket.isEmpty())
        object.insert(u"ticket"_s, conflict.ticket);
    return object;
}

} // namespace

/// Two rows under one label, which desks gave without knowing of each other.
static QJsonObject twinJson(const store::Twin &twin)
{
    const domain::RegisterSpec &spec = domain::registerSpec(twin.row.row.reg);
    return {{u"kind"_s, u"label"_s}, {u"register"_s, QString::fromLatin1(spec.key)},
        {u"label"_s, twin.row.row.values.text(spec.code)}, {u"answers_to"_s, twin.label},
        {u"row"_s, twin.row.row.id.toHex()}, {u"other"_s, twin.first.toHex()}};
}

static QVector<store::Twin> twinsOf(store::Reader &reader)
{
    QVector<store::Twin> twins;
    for (const domain::RegisterSpec &spec : domain::allRegisters())
        twins += reader.findTwins(spec.reg);
    return twins;
}

int runConflicts(Session &session, Arguments &arguments)
{
    const ListPage page = ListPage::from(arguments);
    arguments.done();
    QVector<store::ConflictLine> conflicts = session.desk().read().findConflicts();
    conflicts.removeIf([](const store::ConflictLine &conflict) { return conflict.settledBy != 0; });
    const QVector<store::Twin> twins = twinsOf(session.desk().read());
    session.checkReading();
    if (page.onlyCount) {
        session.print(QJsonObject{{u"count"_s, conflicts.size() + twins.size()}});
        return 0;
    }
    for (qsizetype place = 0; place < conflicts.size(); ++place) {
        if (page.holds(place))
            session.print(conflictJson(conflicts[place], session.desk().read()));
    }
    for (qsizetype place = 0; place < twins.size(); ++place) {
        if (page.holds(conflicts.size() + place))
            session.print(twinJson(twins[place]));
    }
    return 0;
}

} // namespace ctl
