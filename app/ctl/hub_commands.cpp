// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "common/node_parts.h"
#include "peers/desk_exchange.h"
#include "peers/hub_schema.h"

#include <QEventLoop>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using peers::HubState;
using peers::HubUrl;

namespace
{

HubUrl urlFrom(Arguments &arguments)
{
    const auto parsed = HubUrl::parse(arguments.word(Words::tr("The hub's address")));
    if (const auto *refusal = std::get_if<Refusal>(&parsed))
        refuse(*refusal);
    return std::get<HubUrl>(parsed);
}

/// The desk for taking entries in: nobody signs in, since nobody decides anything.
Desk &writingDesk(Session &session)
{
    Desk &desk = session.unattendedDesk();
    if (const auto refusal = desk.startWriting())
        refuse(*refusal);
    return desk;
}

int runHubInit(Session &session, Arguments &arguments)
{
    const HubUrl url = urlFrom(arguments);
    arguments.done();
    const auto exchange = peers::exchangeOf(session.unattendedDesk());
    if (!exchange)
        throw Exit{3, Words::tr("The desk's database can't be read.")};
    if (const auto refusal = peers::initHub(url, exchange->introduction()))
        refuse(*refusal);
    session.print(QJsonObject{{u"hub"_s, url.shown()}, {u"version"_s, peers::hubSchema}});
    return 0;
}

QString phaseWord(HubState::Phase phase)
{
    static const QString words[] = {
        u"off"_s, u"connecting"_s, u"exchanging"_s, u"in_step"_s, u"waiting"_s, u"refused"_s};
    return words[phase];
}

QJsonObject asJson(const HubState &state)
{
    return {{u"state"_s, phaseWord(state.phase)}, {u"hub"_s, state.host},
        {u"behind"_s, state.behind}, {u"pushed"_s, state.pushed}, {u"pulled"_s, state.pulled},
        {u"trouble"_s, state.trouble.isEmpty() ? QJsonValue() : QJsonValue(state.trouble)},
        {u"faults"_s, QJsonArray::fromStringList(state.faults)}};
}

/// Tells of each new phase and each new fault, not of every helping.
void tellOf(Session &session, const HubState &now, HubState &told)
{
    for (const QString &fault : now.faults) {
        if (!told.faults.contains(fault))
            session.say(fault);
    }
    if (now.phase != told.phase) {
        session.print(asJson(now));
        session.flush();
    }
    told = now;
}

/// Once: until both hold the same, or the first failure. Otherwise until somebody ends the program.
int meetHub(Session &session, const HubUrl &url, bool once)
{
    QEventLoop loop;
    std::optional<Refusal> failure;
    HubState told;
    const auto hub = app::makeHub(writingDesk(session), url);
    QObject::connect(hub.get(), &peers::HubRunner::changed, &loop, [&](const HubState &now) {
        if (once && now.phase == HubState::InStep)
            loop.quit();
        if (once)
            return;
        // Flushing may throw, and nothing may pass through Qt's event loop.
        try {
            tellOf(session, now, told);
        } catch (const Exit &) {
            loop.quit();
        }
    });
    if (once) {
        QObject::connect(hub.get(), &peers::HubRunner::broke, &loop, [&](const Refusal &why) {
            failure = why;
            loop.quit();
        });
    }
    loop.exec();
    if (failure)
        refuse(*failure);
    if (once) {
        for (const QString &fault : hub->state().faults)
            session.say(fault);
        session.print(asJson(hub->state()));
    }
    return 0;
}

} // namespace

/// A password is better left out of the address; libpq then reads PGPASSWORD or the file ~/.pgpass.
int runHub(Session &session, Arguments &arguments)
{
    if (arguments.first() == u"init") {
        arguments.word(u"init"_s);
        return runHubInit(session, arguments);
    }
    const bool once = arguments.flag(u"--once"_s);
    const HubUrl url = urlFrom(arguments);
    arguments.done();
    return meetHub(session, url, once);
}

} // namespace ctl
