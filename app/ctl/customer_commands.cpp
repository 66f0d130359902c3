// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "customer_finding.h"
#include "field_text.h"
#include "ticket_json.h"

#include "domain/register_rules.h"
#include "domain/words.h"
#include "items/customer_history.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using store::NumberedRow;

namespace
{

/// One run of `customer …`: everything about one person, and which files are of the same one.
class CustomerCommand
{
public:
    explicit CustomerCommand(Session &session)
        : m_session(session)
        , m_reader(session.desk().read())
        , m_text(m_reader)
    {
    }

    int show(Arguments &arguments);
    int merge(Arguments &arguments);
    int part(Arguments &arguments);
    int distinct(Arguments &arguments);
    int duplicates(Arguments &arguments);

private:
    store::NumberedRow find(Arguments &arguments) { return findCustomer(m_session, arguments); }
    QJsonObject json(const store::NumberedRow &row) const;
    QJsonArray json(const QVector<store::NumberedRow> &rows) const;
    static QJsonObject covered(QJsonObject file);
    void addHistory(qint64 customer, QJsonObject &object);
    void put(const PutRow &command);

    Session &m_session;
    store::Reader &m_reader;
    const FieldText m_text;
};

QJsonObject CustomerCommand::json(const store::NumberedRow &row) const
{
    QJsonObject object = m_text.json(registerSpec(row.row.reg).fields, row.row.values);
    object.insert(u"id"_s, row.row.id.toHex());
    return object;
}

QJsonArray CustomerCommand::json(const QVector<store::NumberedRow> &rows) const
{
    QJsonArray array;
    for (const store::NumberedRow &row : rows)
        array.append(json(row));
    return array;
}

void CustomerCommand::addHistory(qint64 customer, QJsonObject &object)
{
    const items::CustomerHistory history = items::findCustomerHistory(m_reader, customer);
    QJsonArray tickets, said, calls, planned;
    for (const store::TicketLine &line : history.tickets)
        tickets.append(lineJson(line, m_text, m_reader));
    for (const auto &one : history.said) {
        said.append(QJsonObject{{u"number"_s, one.number}, {u"satisfaction"_s, one.satisfaction},
            {u"at"_s, m_text.time(one.at_ms)}, {u"text"_s, one.remark}});
    }
    for (const auto &one : history.calls) {
        calls.append(QJsonObject{{u"number"_s, one.number}, {u"action"_s, one.action},
            {u"outcome"_s, one.outcome}, {u"by"_s, m_text.person(one.by)},
            {u"at"_s, m_text.time(one.at_ms)}, {u"text"_s, one.remark}});
    }
    for (const auto &one : history.planned) {
        planned.append(QJsonObject{{u"plan"_s, one.plan}, {u"outcome"_s, one.outcome},
            {u"scores"_s, one.scores}, {u"by"_s, m_text.person(one.by)},
            {u"at"_s, m_text.time(one.at_ms)}, {u"text"_s, one.remark}});
    }
    object.insert(u"business"_s,
        QJsonObject{{u"tickets"_s, history.all}, {u"open"_s, history.open},
            {u"complaints"_s, history.complaints}, {u"newest"_s, tickets}});
    object.insert(u"feedback"_s, said);
    object.insert(u"visits"_s, calls);
    object.insert(u"planned_visits"_s, planned);
}

/// Everybody's numbers in the file, with their middles covered.
QJsonObject CustomerCommand::covered(QJsonObject file)
{
    file = FieldText::covered(registerSpec(Register::Customer).fields, file);
    for (const auto &[key, reg] :
        {std::pair(u"contacts"_s, Register::Contact), std::pair(u"merged"_s, Register::Customer)}) {
        QJsonArray rows = file[key].toArray();
        for (QJsonValueRef row : rows)
            row = FieldText::covered(registerSpec(reg).fields, row.toObject());
        file.insert(key, rows);
    }
    return file;
}

int CustomerCommand::show(Arguments &arguments)
{
    const store::NumberedRow row = find(arguments);
    arguments.done();
    const auto file = m_reader.findCustomerFile(row.number);
    m_session.checkReading();
    QJsonObject object = json(file->customer);
    QJsonArray groups;
    const QString list =
        m_reader.open(customer::Groups, file->customer.row.values[customer::Groups]);
    for (const QString &group : severalOf(list))
        groups.append(group);
    object.insert(u"groups"_s, groups);
    object.insert(u"premises"_s, json(file->premises));
    object.insert(u"contacts"_s, json(file->contacts));
    object.insert(u"merged"_s, json(file->merged));
    addHistory(file->customer.number, object);
    m_session.checkReading();
    const bool isClear = m_session.mayShow(file->customer.row.id, {}, u"file"_s);
    m_session.print(isClear ? object : covered(std::move(object)));
    return 0;
}

void CustomerCommand::put(const PutRow &command)
{
    mustAccept(m_session.desk().submit(command).result());
    const auto row = m_reader.findRow(command.row);
    m_session.checkReading();
    m_session.print(json(*row));
}

int CustomerCommand::merge(Arguments &arguments)
{
    const QString reason = arguments.option(u"--reason"_s);
    const store::NumberedRow from = find(arguments), into = find(arguments);
    arguments.done();
    put(mergedInto(from.row.id, into.row.id, reason));
    return 0;
}

int CustomerCommand::part(Arguments &arguments)
{
    const store::NumberedRow from = find(arguments);
    arguments.done();
    if (!from.row.values.has(customer::MergedInto)) {
        refuse({{}, Words::tr("This file is not merged into another one."),
            Words::tr(
                "Name the file that was merged: \"customer show\" lists it under \"merged\".")});
    }
    put(parted(from.row.id));
    return 0;
}

int CustomerCommand::distinct(Arguments &arguments)
{
    const QString reason = arguments.option(u"--reason"_s);
    const store::NumberedRow one = find(arguments), other = find(arguments);
    arguments.done();
    put(judgedDistinct(one.row.id, other.row.id, reason));
    return 0;
}

int CustomerCommand::duplicates(Arguments &arguments)
{
    const qint64 limit = arguments.count(u"--limit"_s, -1);
    arguments.done();
    int told = 0;
    const auto step = [this, &told](int percent) {
        if (percent >= told + 10) {
            told = percent;
            m_session.say(Words::tr("Looking for duplicates: %1 %").arg(percent));
        }
        return true;
    };
    const auto pairs = m_reader.findDuplicates(step);
    m_session.checkReading();
    qint64 printed = 0;
    for (const DuplicatePair &pair : pairs) {
        if (printed++ == limit)
            break;
        const auto one = m_reader.findRow(pair.one), other = m_reader.findRow(pair.other);
        m_session.checkReading();
        m_session.print(QJsonObject{{u"likely"_s, likenessWord(likenessOf(pair.why))},
            {u"reason"_s, samenessWords(pair.why)}, {u"one"_s, json(*one)},
            {u"other"_s, json(*other)}});
    }
    return 0;
}

NumberedRow findByText(Session &session, const QString &typed)
{
    const auto found = session.deskWithPeople().read().findCustomers(typed, 2);
    session.checkReading();
    if (found.size() == 1)
        return found.constFirst();
    refuse({{},
        found.isEmpty() ? Words::tr("There is no customer \"%1\".").arg(typed)
                        : Words::tr("Several customers fit \"%1\".").arg(typed),
        Words::tr("See: griddeskctl customers --search %1").arg(typed), Refusal::Unknown});
}

} // namespace

NumberedRow findCustomer(Session &session, const QString &typed)
{
    const auto id = Id::fromHex(typed);
    const auto row = id ? session.desk().read().findRow(*id) : std::nullopt;
    if (row && row->row.reg == Register::Customer && !row->row.removed)
        return *row;
    return findByText(session, typed);
}

NumberedRow findCustomer(Session &session, Arguments &arguments)
{
    return findCustomer(session, arguments.word(Words::tr("The customer's id")));
}

int runCustomer(Session &session, Arguments &arguments)
{
    static const std::pair<const char16_t *, int (CustomerCommand::*)(Arguments &)> verbs[] = {
        {u"show", &CustomerCommand::show}, {u"merge", &CustomerCommand::merge},
        {u"part", &CustomerCommand::part}, {u"distinct", &CustomerCommand::distinct},
        {u"duplicates", &CustomerCommand::duplicates}};
    static const std::pair<const char16_t *, int (*)(Session &, Arguments &)> privacy[] = {
        {u"erase", runErase}, {u"export", runExport}, {u"due", runDue}};
    const QString verb = arguments.word(Words::tr("What to do with the customer"));
    for (const auto &[name, run] : privacy) {
        if (verb == QStringView(name))
            return run(session, arguments);
    }
    for (const auto &[name, run] : verbs) {
        if (verb == QStringView(name)) {
            CustomerCommand command(session);
            return (command.*run)(arguments);
        }
    }
    wrongUsage(Words::tr("customer: there is no \"%1\".").arg(verb));
}

} // namespace ctl
