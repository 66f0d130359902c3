// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "node_run.h"

#include "common/run_until_quit.h"
#include "peers/joining.h"

#include <QFileInfo>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using peers::Address;
using peers::InvitationCode;

namespace
{

constexpr qint64 bytesOfKiB = 1024;

Address addressIn(const QString &text, bool mayBeAnyPort = false)
{
    const auto address = peers::Address::read(text, mayBeAnyPort);
    if (!address)
        wrongUsage(Words::tr("\"%1\" is no address; write HOST:PORT.").arg(text));
    return *address;
}

qint64 limitIn(Arguments &arguments)
{
    return arguments.count(u"--limit"_s, 0) * bytesOfKiB;
}

InvitationCode codeIn(Arguments &arguments)
{
    const QString typed = arguments.option(u"--code"_s);
    if (typed.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(u"--code"_s));
    const auto read = peers::InvitationCode::read(typed);
    if (const auto *code = std::get_if<peers::InvitationCode>(&read))
        return *code;
    const bool isMistyped =
        std::get<peers::InvitationCode::Fault>(read) == peers::InvitationCode::Fault::Mistyped;
    refuse({u"--code"_s,
        isMistyped ? Words::tr("A character of the code is mistyped.")
                   : Words::tr("This is no code of an invitation."),
        Words::tr("It has seven groups of five characters; compare them with the invitation.")});
}

/// Until the folder is that of a desk of the company.
/// `replays`: entry by entry. Says whether the desk began with the other one's tables.
bool join(Session &session, const peers::Address &address, const peers::InvitationCode &code,
    bool replays)
{
    QEventLoop loop;
    std::optional<Refusal> failure;
    peers::Joining joining(session.folder(), session.clock(), session.random());
    joining.setReplays(replays);
    QObject::connect(&joining, &peers::Joining::joined, &loop, &QEventLoop::quit);
    QObject::connect(&joining, &peers::Joining::failed, &loop, [&](const Refusal &why) {
        failure = why;
        loop.quit();
    });
    app::runUntilQuit(loop, [&] { joining.startInvited(address, code); });
    if (failure)
        refuse(*failure);
    if (!replays && !joining.whyNotFilled().isEmpty())
        session.say(Words::tr("The record comes entry by entry: %1").arg(joining.whyNotFilled()));
    return joining.whyNotFilled().isEmpty();
}

} // namespace

int runServe(Session &session, Arguments &arguments)
{
    const QStringList listen = arguments.options(u"--listen"_s);
    const QStringList peers = arguments.options(u"--peer"_s);
    const bool beacon = arguments.flag(u"--beacon"_s), online = arguments.flag(u"--online"_s);
    const qint64 limit = limitIn(arguments);
    arguments.done();
    if (listen.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(u"--listen"_s));
    QVector<peers::Address> listened, called;
    for (const QString &text : listen)
        listened.append(addressIn(text, true));
    for (const QString &text : peers)
        called.append(addressIn(text));
    NodeRun run(session);
    run.setup.listen = listened;
    run.setup.peers = called;
    run.setup.beacon = beacon;
    run.setup.bytesPerSecond = limit;
    // What comes from outside is taken in by somebody.
    if (online)
        session.desk();
    run.asksOnline = online;
    return run.run();
}

int runSync(Session &session, Arguments &arguments)
{
    const bool once = arguments.flag(u"--once"_s);
    const qint64 limit = limitIn(arguments);
    const peers::Address address = addressIn(arguments.word(Words::tr("The address")));
    arguments.done();
    NodeRun run(session);
    run.setup.peers = {address};
    run.setup.bytesPerSecond = limit;
    run.endsInStep = once;
    return run.run();
}

int runPair(Session &session, Arguments &arguments)
{
    const peers::InvitationCode code = codeIn(arguments);
    const bool replays = arguments.flag(u"--replay"_s);
    const peers::Address address = addressIn(arguments.word(Words::tr("The address")));
    arguments.done();
    const bool hasSnapshot = join(session, address, code, replays);
    {
        NodeRun run(session);
        run.setup.peers = {address};
        run.isQuiet = true;
        run.endsInStep = true;
        run.run();
    }
    Desk &desk = session.unattendedDesk();
    const auto row = desk.read().findRow(desk.secrets().desk);
    const auto company = desk.read().findRows(Register::Company, 1);
    session.checkReading();
    session.print(QJsonObject{{u"desk"_s, QFileInfo(session.folder()).absoluteFilePath()},
        {u"id"_s, desk.secrets().desk.toHex()},
        {u"company"_s,
            company.isEmpty() ? QString() : company.constFirst().row.values.text(company::Name)},
        {u"name"_s, row ? row->row.values.text(desk::Name) : QString()},
        {u"prefix"_s, row ? row->row.values.text(desk::Prefix) : QString()},
        {u"entries"_s, desk.read().position()}, {u"snapshot"_s, hasSnapshot}});
    return 0;
}

} // namespace ctl
