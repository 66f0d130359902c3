// SPDX-License-Identifier: GPL-3.0-or-later
#include "node_run.h"

#include "ending_signals.h"
#include "field_text.h"
#include "online_output.h"

#include "common/node_parts.h"
#include "common/online_keeper.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using peers::PeerState;

namespace
{

QString placeOf(const PeerState &state)
{
    return (state.side == peers::Side::Called ? u"in "_s : u"out "_s) + state.address.text();
}

/// Counts run on by themselves and are no news.
bool isNews(const PeerState &before, const PeerState &now)
{
    return before.stage != now.stage || before.error != now.error || before.desk != now.desk
        || before.name != now.name;
}

} // namespace

NodeRun::NodeRun(Session &session)
    : m_session(session)
    , m_desk(session.unattendedDesk())
{
    if (auto refusal = m_desk.startWriting())
        refuse(*refusal);
    setup = app::nodeSetupFor(m_desk);
}

NodeRun::~NodeRun() = default;

int NodeRun::run()
{
    EndingSignals signal;
    m_node = app::makeNode(m_desk, setup);
    QObject::connect(&signal, &EndingSignals::asked, &m_loop, &QEventLoop::quit);
    QObject::connect(
        m_node.get(), &peers::Node::failed, &m_loop, [this](const Refusal &why) { fail(why); });
    QObject::connect(m_node.get(), &peers::Node::listening, &m_loop,
        [this](const QVector<peers::Address> &addresses) {
            guarded([&] { printListening(addresses); });
        });
    QObject::connect(
        m_node.get(), &peers::Node::changed, &m_loop, [this] { guarded([&] { changed(); }); });
    QObject::connect(&m_desk, &Desk::tablesChecked, &m_loop, [this] {
        if (m_desk.trust() == store::Trust::Broken)
            fail(store::refusalOfBroken());
    });
    m_node->start();
    auto online = makeOnlineKeeper();
    m_loop.exec();
    online.reset();
    m_node.reset();
    if (m_exit)
        throw *m_exit;
    return 0;
}

std::unique_ptr<app::OnlineKeeper> NodeRun::makeOnlineKeeper()
{
    if (!asksOnline)
        return {};
    auto keeper = std::make_unique<app::OnlineKeeper>(m_desk);
    QObject::connect(keeper.get(), &app::OnlineKeeper::pulled, &m_loop,
        [this](const QString &service, const exchange::OnlineReport &report) {
            guarded([&] {
                QJsonObject line = reportJson(report);
                line.insert(u"service"_s, service);
                m_session.print(line);
                m_session.flush();
                sayProblems(m_session, report);
            });
        });
    keeper->start();
    return keeper;
}

template <typename Work> void NodeRun::guarded(Work work)
{
    try {
        work();
    } catch (const Exit &exit) {
        m_exit = exit;
        m_loop.quit();
    }
}

void NodeRun::fail(const Refusal &why)
{
    guarded([&] { refuse(why); });
}

void NodeRun::printListening(const QVector<peers::Address> &addresses)
{
    for (const peers::Address &address : addresses)
        m_session.print(QJsonObject{{u"listening"_s, address.text()}});
    m_session.flush();
}

void NodeRun::changed()
{
    const QVector<PeerState> &states = m_node->states();
    if (!isQuiet)
        printChanges(states);
    if (endsInStep && !states.isEmpty())
        judgeOnce(states.constFirst());
}

void NodeRun::printChanges(const QVector<PeerState> &states)
{
    QMap<QString, PeerState> now;
    for (const PeerState &state : states) {
        now.insert(placeOf(state), state);
        const auto before = m_printed.constFind(placeOf(state));
        if (before == m_printed.cend() || isNews(*before, state))
            m_session.print(json(state));
    }
    for (auto gone = m_printed.cbegin(); gone != m_printed.cend(); ++gone) {
        if (now.contains(gone.key()))
            continue;
        QJsonObject object = json(*gone);
        object.insert(u"state"_s, u"gone"_s);
        m_session.print(object);
    }
    m_printed = now;
    m_session.flush();
}

void NodeRun::judgeOnce(const PeerState &state)
{
    if (state.stage == PeerState::Stage::InStep)
        m_loop.quit();
    else if (state.stage == PeerState::Stage::Waiting && !state.error.isEmpty())
        fail({state.address.text(), state.error, {}, Refusal::Device});
}

QJsonObject NodeRun::json(const PeerState &state) const
{
    QJsonObject object{{u"address"_s, state.address.text()}, {u"state"_s, state.code()},
        {u"direction"_s, state.side == peers::Side::Called ? u"in"_s : u"out"_s},
        {u"to_send"_s, state.toSend}, {u"to_take"_s, state.toTake}};
    if (!state.desk.isNull()) {
        object.insert(u"desk"_s, state.desk.toHex());
        object.insert(u"name"_s, state.name);
    }
    if (state.lastContact_ms)
        object.insert(u"last_contact"_s, FieldText(m_desk.read()).time(state.lastContact_ms));
    if (!state.error.isEmpty())
        object.insert(u"error"_s, state.error);
    return object;
}

} // namespace ctl
