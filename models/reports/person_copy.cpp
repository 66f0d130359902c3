// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/person_copy.h"

#include "domain/ticket_fields.h"
#include "domain/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

namespace reports
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(reports)
};

using Thing = PersonCopy::Thing;

/// Writes the copy down, thing by thing.
class Copyist
{
public:
    Copyist(store::Reader &reader, PersonCopy &copy)
        : m_reader(reader)
        , m_copy(copy)
    {
    }

    void take(const QString &kind, const store::NumberedRow &row)
    {
        const RegisterSpec &spec = registerSpec(row.row.reg);
        add(kind, spec.titleText(), spec.fields, row.row.values);
    }

    void take(const Ticket &ticket)
    {
        Thing &thing = add(QStringLiteral("ticket"), ticket.values.text(field::Number),
            ticketFields(), ticket.values);
        thing.facts.append({QStringLiteral("state"), Words::tr("State"), stateWord(ticket.state)});
        for (const Step &step : ticket.steps)
            take(step);
    }

    void take(const store::LookLine &look)
    {
        Thing thing{QStringLiteral("look"), time(look.at_ms), {}};
        thing.facts = {{QStringLiteral("by"), Words::tr("Who"), nameOf(look.person)},
            {QStringLiteral("purpose"), Words::tr("What for"),
                wordFor(List::Purpose, look.purpose)},
            {QStringLiteral("ticket"), Words::tr("Ticket"), look.ticket},
            {QStringLiteral("reason"), Words::tr("Reason"), look.reason}};
        m_copy.things.append(thing);
    }

private:
    void take(const Step &step)
    {
        Thing &thing = add(QStringLiteral("step"), time(step.at_ms), ticketFields(), step.values);
        thing.facts.prepend({QStringLiteral("by"), Words::tr("Who"), nameOf(step.by)});
        thing.facts.prepend({QStringLiteral("action"), Words::tr("Step"), actionWord(step.action)});
    }

    Thing &add(
        const QString &kind, const QString &title, const FieldTable &fields, const Values &values)
    {
        Thing thing{kind, title, {}};
        for (const auto &[number, value] : values) {
            const FieldSpec *spec = fields.find(number);
            const QString text = spec ? words(*spec, value) : QString();
            if (!text.isEmpty())
                thing.facts.append({spec->name(), labelOf(*spec), text});
        }
        m_copy.things.append(thing);
        return m_copy.things.last();
    }

    QString words(const FieldSpec &spec, const QVariant &value)
    {
        switch (spec.type) {
        case FieldType::Choice:
            return spec.is(Personal) ? m_reader.open(spec.id, value)
                                     : wordFor(spec.list, value.toString());
        case FieldType::Time:
            return time(value.toLongLong());
        case FieldType::Person:
            return nameOf(value.value<Id>());
        case FieldType::Grid:
        case FieldType::VisitPlan:
            return nameOf(value.value<Id>());
        case FieldType::Flag:
            return value.toBool() ? Words::tr("yes") : Words::tr("no");
        case FieldType::Customer:
        case FieldType::Outage:
        case FieldType::Ticket:
        case FieldType::Reference:
        case FieldType::Bytes:
        case FieldType::Area:
            return {}; // names of things inside the desk, nothing about the person
        default:
            return m_reader.open(spec.id, value);
        }
    }

    QString nameOf(const Id &id)
    {
        const auto row = id.isNull() ? std::nullopt : m_reader.findRow(id);
        return row ? row->row.values.text(registerSpec(row->row.reg).name) : QString();
    }

    QString time(qint64 at_ms)
    {
        return QDateTime::fromMSecsSinceEpoch(at_ms, m_reader.zone())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    }

    store::Reader &m_reader;
    PersonCopy &m_copy;
};

} // namespace

std::optional<PersonCopy> findPersonCopy(store::Reader &reader, const Id &customer)
{
    const auto file = reader.findCustomerFile(customer);
    if (!file)
        return {};
    PersonCopy copy;
    copy.name = reader.open(customer::Name, file->customer.row.values[customer::Name]);
    Copyist copyist(reader, copy);
    copyist.take(QStringLiteral("customer"), file->customer);
    for (const auto &[kind, rows] : {std::pair(QStringLiteral("merged"), &file->merged),
             std::pair(QStringLiteral("premises"), &file->premises),
             std::pair(QStringLiteral("contact"), &file->contacts)}) {
        for (const store::NumberedRow &row : *rows)
            copyist.take(kind, row);
    }
    QVector<store::NumberedRow> family = file->merged;
    family.prepend(file->customer);
    for (const store::NumberedRow &one : std::as_const(family)) {
        for (const store::NumberedRow &visit : reader.findRowsUnder(Register::Visit, one.row.id))
            copyist.take(QStringLiteral("visit"), visit);
    }
    store::TicketQuery query;
    query.filters = {{QStringLiteral("customer"), QString::number(file->customer.number)}};
    for (qint64 row : reader.findTicketRows(query)) {
        if (const auto ticket = reader.findTicket(row))
            copyist.take(ticket->ticket);
    }
    for (const store::NumberedRow &one : std::as_const(family)) {
        for (const store::LookLine &look : reader.findLooks({.customer = one.row.id}))
            copyist.take(look);
    }
    return copy;
}

QJsonObject PersonCopy::json() const
{
    QHash<QString, QJsonArray> kinds;
    for (const Thing &thing : things) {
        QJsonObject object;
        for (const Fact &fact : thing.facts)
            object.insert(fact.key, fact.text);
        if (thing.kind == u"step" || thing.kind == u"look")
            object.insert(QStringLiteral("at"), thing.title);
        if (thing.kind != u"step") {
            kinds[thing.kind].append(object);
            continue;
        }
        QJsonArray &tickets = kinds[QStringLiteral("ticket")];
        QJsonObject ticket = tickets.takeAt(tickets.size() - 1).toObject();
        QJsonArray steps = ticket[QStringLiteral("steps")].toArray();
        steps.append(object);
        ticket.insert(QStringLiteral("steps"), steps);
        tickets.append(ticket);
    }
    QJsonObject all;
    for (const auto &[kind, key] : {std::pair("customer", "customer"),
             std::pair("merged", "merged"), std::pair("premises", "premises"),
             std::pair("contact", "contacts"), std::pair("visit", "visits"),
             std::pair("ticket", "tickets"), std::pair("look", "looks")})
        all.insert(QLatin1StringView(key), kinds[QString::fromLatin1(kind)]);
    return all;
}

} // namespace reports
