// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "input.h"
#include "ticket_json.h"
#include "ticket_open.h"

#include "domain/words.h"
#include "domain/workflow.h"
#include "store/attachments.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

Ticket findTicket(Session &session, const QString &number)
{
    const auto found = session.desk().read().findTicket(number);
    session.checkReading();
    if (!found) {
        refuse({u"number"_s, Words::tr("There is no ticket \"%1\".").arg(number),
            Words::tr("Look for it with: griddeskctl tickets --search …"), Refusal::Unknown});
    }
    return found->ticket;
}

int runShow(Session &session, Arguments &arguments)
{
    const Ticket ticket = findTicket(session, arguments.word(Words::tr("The ticket's number")));
    arguments.done();
    store::Reader &reader = session.desk().read();
    const bool isClear =
        session.mayShow(ticket.values[field::Customer].value<Id>(), ticket.id, u"work"_s);
    const QJsonObject object = ticketJson(ticket, reader, FieldText(reader));
    session.checkReading();
    session.print(isClear ? object : coveredTicket(object));
    return 0;
}

QJsonObject actionJson(const ActionSpec &action)
{
    QJsonArray fields, required, oneOf;
    for (const FieldUse &use : action.fields) {
        const QString key = ticketFields().find(use.field)->name();
        fields.append(key);
        if (use.need == Need::Required)
            required.append(key);
        if (use.need == Need::OneOf)
            oneOf.append(key);
    }
    return {{u"action"_s, QString::fromLatin1(action.code)},
        {u"word"_s, actionWord(QLatin1StringView(action.code))}, {u"fields"_s, fields},
        {u"required"_s, required}, {u"one_of"_s, oneOf}};
}

int runActions(Session &session, Arguments &arguments)
{
    const Ticket ticket = findTicket(session, arguments.word(Words::tr("The ticket's number")));
    arguments.done();
    QJsonArray actions;
    Desk &desk = session.desk();
    for (const ActionSpec *action : findActions(ticket, desk.who(), desk.read().grants()))
        actions.append(actionJson(*action));
    session.print(actions);
    return 0;
}

/// The words on the command line stand above the file's.
QJsonObject givenTo(Arguments &arguments)
{
    const QString file = arguments.option(u"--fields"_s);
    QJsonObject given = file.isEmpty() ? QJsonObject() : readObject(file);
    const QJsonObject words = readAssignments(arguments.rest());
    for (auto at = words.begin(); at != words.end(); ++at)
        given.insert(at.key(), *at);
    return given;
}

qint64 revisionIn(const QJsonValue &seen)
{
    bool isNumber = false;
    const qint64 revision = seen.toVariant().toLongLong(&isNumber);
    if (!isNumber || revision < 0)
        refuse({u"seen"_s, Words::tr("This is no revision."),
            Words::tr("Give the revision that `ticket show` printed.")});
    return revision;
}

ActOnTicket commandFrom(
    const Ticket &ticket, const QString &action, QJsonObject given, const FieldText &text)
{
    ActOnTicket command{.ticket = ticket.id, .action = action};
    if (given.contains(u"by"_s))
        command.by = text.parsePerson(u"by"_s, given.take(u"by"_s).toString());
    if (given.contains(u"at"_s))
        command.at_ms = text.parseTime_ms(u"at"_s, given.take(u"at"_s).toString());
    if (given.contains(u"seen"_s))
        command.seenRevision = revisionIn(given.take(u"seen"_s));
    command.values = text.parse(ticketFields(), given, Words::tr("Tickets"));
    return command;
}

/// The file's content goes into the desk's folder; the step names it, with a key and a checksum that
/// only the desk makes.
void keepFile(Values &values, Desk &desk)
{
    for (quint8 made : {field::FileHash, field::FileSize, field::FileKey}) {
        if (values.has(made)) {
            refuse({ticketFields().find(made)->name(),
                Words::tr("This field follows from the file."), Words::tr("Leave it out.")});
        }
    }
    const QString path = values.text(field::FileName);
    if (path.isEmpty())
        return;
    const auto kept = store::keepAttachmentFile(desk.folder(), path, desk.random());
    if (const auto *refusal = std::get_if<Refusal>(&kept))
        refuse(*refusal);
    values.merge(std::get<Values>(kept));
}

int runDo(Session &session, Arguments &arguments)
{
    const QString number = arguments.word(Words::tr("The ticket's number"));
    const QString action = arguments.word(Words::tr("The action"));
    QJsonObject given = givenTo(arguments);
    const QString drawn = given.take(u"drawn"_s).toString();
    const Ticket ticket = findTicket(session, number);
    Desk &desk = session.desk();
    const FieldText text(desk.read());
    ActOnTicket command = commandFrom(ticket, action, given, text);
    command.drawn = drawnIn(session, drawn);
    if (action == u"attach")
        keepFile(command.values, desk);
    const store::Verdict verdict = desk.submit(command).result();
    const Ticket &after = mustAccept(verdict).ticket;
    session.print(QJsonObject{{u"number"_s, number}, {u"state"_s, after.state},
        {u"round"_s, after.round}, {u"due"_s, dueJson(after, text)}});
    return 0;
}

} // namespace

int runTicket(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(u"open|show|actions|do"_s);
    if (what == u"open")
        return runTicketOpen(session, arguments);
    if (what == u"show")
        return runShow(session, arguments);
    if (what == u"actions")
        return runActions(session, arguments);
    if (what == u"do")
        return runDo(session, arguments);
    wrongUsage(Words::tr("A ticket can't \"%1\", only open, show, actions, do.").arg(what));
}

} // namespace ctl
