// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "input.h"
#include "password.h"

#include "domain/account.h"

#include <QJsonArray>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// The tool's `account`: who may sign in and do what.
class AccountCommand
{
public:
    explicit AccountCommand(Session &session)
        : m_session(session)
        , m_desk(session.desk())
        , m_reader(m_desk.read())
        , m_text(m_reader)
    {
    }

    int list(Arguments &arguments);
    int show(Arguments &arguments);
    int add(Arguments &arguments);
    int grant(Arguments &arguments);
    int revoke(Arguments &arguments);
    int password(Arguments &arguments);

private:
    RegisterRow personIn(Arguments &arguments) const;
    QJsonObject json(const RegisterRow &person) const;
    QJsonObject json(const Grant &grant) const;
    void print(const Id &person) { m_session.print(json(m_reader.findRow(person)->row)); }
    void setPassword(const Id &person, const QString &login);

    Session &m_session;
    Desk &m_desk;
    store::Reader &m_reader;
    const FieldText m_text;
};

RegisterRow AccountCommand::personIn(Arguments &arguments) const
{
    const QString login = arguments.word(Words::tr("The login"));
    return m_reader.findRow(m_text.parsePerson(u"login"_s, login))->row;
}

QJsonObject AccountCommand::json(const Grant &grant) const
{
    const auto row = m_reader.findRow(grant.id);
    QJsonObject object{{u"grant"_s, grant.id.toHex()},
        {u"role"_s, row->row.values.text(grant::Role)},
        {u"grid"_s, grant.grid.isNull() ? QJsonValue() : QJsonValue(m_text.code(grant.grid))},
        {u"unit"_s, grant.unit.isEmpty() ? QJsonValue() : QJsonValue(grant.unit)},
        {u"of_post"_s, grant.isOfPost}};
    if (grant.from_ms)
        object.insert(u"from"_s, m_text.time(grant.from_ms));
    if (grant.until_ms)
        object.insert(u"until"_s, m_text.time(grant.until_ms));
    if (grant.isRevoked) {
        object.insert(u"revoked"_s, m_text.time(row->row.values.number(grant::Revoked)));
        object.insert(u"reason"_s, row->row.values.text(grant::Reason));
    }
    return object;
}

QJsonObject AccountCommand::json(const RegisterRow &person) const
{
    QJsonArray grants;
    for (const Grant &grant : m_reader.grants().of(person.id))
        grants.append(json(grant));
    return {{u"login"_s, person.values.text(staff::Login)},
        {u"name"_s, person.values.text(staff::Name)}, {u"id"_s, person.id.toHex()},
        {u"password"_s, store::hasPassword(m_reader, person.id)}, {u"grants"_s, grants}};
}

int AccountCommand::list(Arguments &arguments)
{
    arguments.done();
    for (const store::NumberedRow &person : m_reader.findRows(Register::Staff))
        m_session.print(json(person.row));
    return 0;
}

int AccountCommand::show(Arguments &arguments)
{
    const RegisterRow person = personIn(arguments);
    arguments.done();
    m_session.print(json(person));
    return 0;
}

void AccountCommand::setPassword(const Id &person, const QString &login)
{
    mustAccept(m_desk.setPassword(person, readNewPassword(login)).result());
}

/// The post in the staff register brings its rights along; who is there already keeps what isn't named.
int AccountCommand::add(Arguments &arguments)
{
    const QString login = arguments.word(Words::tr("The login"));
    QJsonObject given = readAssignments(arguments.rest());
    const auto known = m_reader.findRowByCode(Register::Staff, login);
    if (!known) {
        given.insert(u"login"_s, login);
        if (!given.contains(u"name"_s))
            given.insert(u"name"_s, login);
    }
    const RegisterSpec &spec = registerSpec(Register::Staff);
    const Id person = known ? known->row.id : m_desk.freshId();
    if (!given.isEmpty()) {
        mustAccept(m_desk
                       .submit(PutRow{Register::Staff, person,
                           m_text.parse(spec.fields, given, spec.titleText()), {}})
                       .result());
    }
    if (qEnvironmentVariableIsSet("GRIDDESK_NEW_PASSWORD"))
        setPassword(person, login);
    print(person);
    return 0;
}

int AccountCommand::grant(Arguments &arguments)
{
    const RegisterRow person = personIn(arguments);
    const RegisterSpec &spec = registerSpec(Register::Grant);
    const Values given =
        m_text.parse(spec.fields, readAssignments(arguments.rest()), spec.titleText());
    const GrantRole command{m_desk.freshId(), person.id, given.text(grant::Role),
        given[grant::Grid].value<Id>(), given.text(grant::Unit), given.number(grant::From),
        given.number(grant::Until)};
    mustAccept(m_desk.submit(command).result());
    m_session.print(json(grantFrom(m_reader.findRow(command.grant)->row)));
    return 0;
}

int AccountCommand::revoke(Arguments &arguments)
{
    const RegisterRow person = personIn(arguments);
    const QJsonObject given = readAssignments(arguments.rest());
    for (const QString &key : given.keys()) {
        if (key != u"grant" && key != u"role" && key != u"reason")
            wrongUsage(Words::tr("account revoke doesn't take %1.").arg(key));
    }
    QVector<Command> commands;
    for (const Grant &grant : m_reader.grants().of(person.id)) {
        const bool meant = (!given.contains(u"grant") || given[u"grant"] == grant.id.toHex())
            && (!given.contains(u"role") || roleOf(given[u"role"].toString()) == grant.role);
        if (meant && !grant.isRevoked)
            commands.append(RevokeGrant{grant.id, given[u"reason"].toString()});
    }
    if (commands.isEmpty()) {
        refuse(
            {u"grant"_s, Words::tr("%1 has no such grant.").arg(person.values.text(staff::Login)),
                Words::tr("See: griddeskctl account show %1").arg(person.values.text(staff::Login)),
                Refusal::Unknown});
    }
    for (const Command &command : commands)
        mustAccept(m_desk.submit(command).result());
    print(person.id);
    return 0;
}

int AccountCommand::password(Arguments &arguments)
{
    const RegisterRow person =
        arguments.isEmpty() ? m_reader.findRow(m_desk.actor())->row : personIn(arguments);
    arguments.done();
    setPassword(person.id, person.values.text(staff::Login));
    print(person.id);
    return 0;
}

} // namespace

int runAccount(Session &session, Arguments &arguments)
{
    static const std::pair<const char16_t *, int (AccountCommand::*)(Arguments &)> verbs[] = {
        {u"list", &AccountCommand::list}, {u"show", &AccountCommand::show},
        {u"add", &AccountCommand::add}, {u"grant", &AccountCommand::grant},
        {u"revoke", &AccountCommand::revoke}, {u"password", &AccountCommand::password}};
    const QString asked = arguments.word(Words::tr("What to do with the account"));
    for (const auto &[verb, run] : verbs) {
        if (asked == QStringView(verb))
            return (AccountCommand(session).*run)(arguments);
    }
    wrongUsage(Words::tr("account does list, show, add, grant, revoke and password."));
}

} // namespace ctl
