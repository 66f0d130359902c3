// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticket_open.h"

#include "input.h"
#include "ticket_json.h"

#include "domain/personal_numbers.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// So many matters share one transaction where many come in.
constexpr qsizetype batch = 200;

CustomerDraft customerIn(const QJsonValue &given, Id fresh, const FieldText &text)
{
    const FieldTable &fields = registerSpec(Register::Customer).fields;
    CustomerDraft draft{.fresh = fresh};
    if (!given.isObject()) {
        draft.known = text.parse(*ticketFields().find(field::Customer), given).value<Id>();
        return draft;
    }
    const Values values = text.parse(fields, given.toObject(), Words::tr("Customers"));
    draft.name = values.text(customer::Name);
    draft.phone = values.text(customer::Phone);
    draft.idNumber = values.text(customer::IdNumber);
    draft.address = values.text(customer::Address);
    return draft;
}

/// The desk gives a ticket its number and notes who received it; a step's own fields belong to steps.
bool isForOpening(const FieldSpec &spec)
{
    if (spec.id == field::PrivateNote)
        return true;
    return spec.is(Kept) && spec.id != field::Number && spec.id != field::FirstReceiver;
}

OpenTicket commandFrom(QJsonObject given, Desk &desk, const FieldText &text)
{
    OpenTicket command{.ticket = desk.freshId()};
    command.customer = customerIn(given.take(u"customer"_s), desk.freshId(), text);
    command.state = given.take(u"state"_s).toString();
    if (const QString by = given.take(u"by"_s).toString(); !by.isEmpty())
        command.by = text.parsePerson(u"by"_s, by);
    command.values = text.parse(ticketFields(), given, Words::tr("Tickets"));
    for (const auto &[number, value] : command.values) {
        const FieldSpec &spec = *ticketFields().find(number);
        if (!isForOpening(spec))
            refuse({spec.name(), Words::tr("This field is not for taking in."),
                Words::tr("Leave it out.")});
    }
    return command;
}

QString atLine(int line, const QString &what)
{
    return Words::tr("Line %1: %2").arg(line).arg(what);
}

/// Reads every line before the first is written.
QVector<Command> commandsFrom(
    const QVector<InputObject> &objects, Desk &desk, const FieldText &text)
{
    QVector<Command> commands;
    for (const InputObject &given : objects) {
        try {
            commands.append(commandFrom(given.object, desk, text));
        } catch (const Exit &exit) {
            throw Exit{exit.code, objects.size() > 1 ? atLine(given.line, exit.line) : exit.line};
        }
    }
    return commands;
}

/// What is odd about it, and what would better be sealed; the ticket was taken in all the same.
QStringList warningsFor(const OpenTicket &command)
{
    QStringList warnings{
        oddityOfPhone(command.customer.phone), oddityOfIdentityNumber(command.customer.idNumber)};
    for (quint8 number : {field::Title, field::Description}) {
        const QString words = command.values.text(number);
        for (const PersonalNumber &found : findPersonalNumbers(words))
            warnings << Words::tr("The text holds %1, which is not sealed there: use private_note.")
                            .arg(masked(words.mid(found.from, found.length)));
    }
    warnings.removeAll(QString());
    return warnings;
}

QJsonObject openedJson(const OpenTicket &command, const Ticket &ticket, const FieldText &text)
{
    const QString grid = text.code(ticket.values[field::Grid].value<Id>());
    QJsonObject opened{{u"number"_s, ticket.values.text(field::Number)},
        {u"id"_s, ticket.id.toHex()}, {u"grid"_s, grid.isEmpty() ? QJsonValue() : QJsonValue(grid)},
        {u"due"_s, dueJson(ticket, text)}};
    if (const QStringList warnings = warningsFor(command); !warnings.isEmpty())
        opened[u"warnings"_s] = QJsonArray::fromStringList(warnings);
    return opened;
}

/// Counts refusals and remembers the first.
struct Refusals {
    int count = 0;
    int firstLine = 0;
    Refusal first;

    void add(int line, const Refusal &refusal)
    {
        if (count++ == 0) {
            firstLine = line;
            first = refusal;
        }
    }
};

[[noreturn]] void refuseLines(const Refusals &refusals, qsizetype all)
{
    Refusal refusal = refusals.first;
    if (all > 1) {
        const QString field = refusal.field.isEmpty() ? QString() : refusal.field + u": "_s;
        refusal.field.clear();
        refusal.what = atLine(refusals.firstLine, field + refusal.what);
        refusal.advice += u' '
            + Words::tr("(%1 of %2 refused, the others taken in)").arg(refusals.count).arg(all);
    }
    refuse(refusal);
}

QVector<store::Verdict> submit(Desk &desk, const QVector<Command> &commands)
{
    if (commands.size() == 1)
        return {desk.submit(commands.constFirst()).result()};
    return desk.submitAll(commands).result();
}

} // namespace

int runTicketOpen(Session &session, Arguments &arguments)
{
    const QString file = arguments.option(u"--file"_s);
    arguments.done();
    const QVector<InputObject> objects = readObjects(file.isEmpty() ? u"-"_s : file);
    Desk &desk = session.desk();
    const FieldText text(desk.read());
    const QVector<Command> commands = commandsFrom(objects, desk, text);
    Refusals refusals;
    for (qsizetype from = 0; from < commands.size(); from += batch) {
        const QVector<store::Verdict> verdicts = submit(desk, commands.mid(from, batch));
        for (qsizetype i = 0; i < verdicts.size(); ++i) {
            if (const Refusal *refusal = store::refused(verdicts[i]))
                refusals.add(objects[from + i].line, *refusal);
            else
                session.print(openedJson(std::get<OpenTicket>(commands[from + i]),
                    store::accepted(verdicts[i])->ticket, text));
        }
        session.flush();
    }
    if (refusals.count > 0)
        refuseLines(refusals, commands.size());
    return 0;
}

} // namespace ctl
