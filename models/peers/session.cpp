// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/session.h"

namespace peers
{

Session::Session(Exchange &exchange, const Id &expected, const Limits &limits, Send send)
    : m_exchange(exchange)
    , m_expected(expected)
    , m_limits(limits)
    , m_send(std::move(send))
    , m_pulse(limits)
    , m_keys(limits)
{
}

void Session::start(qint64 now_ms)
{
    m_pulse.start(now_ms);
    m_own = m_exchange.introduction();
    if (m_own.desk.isNull())
        return end(Ending::TryLater, tr("This desk cannot read its own record."));
    Hello hello;
    hello.window = m_limits.window;
    hello.parcelBytes = m_limits.parcelBytes;
    hello.who = m_own;
    hello.wantsSnapshot = m_wantsSnapshot;
    say(hello);
}

void Session::say(const Frame &frame)
{
    if (m_ending)
        return;
    const QByteArray bytes = encodeFrame(frame);
    m_traffic.bytesOut += bytes.size();
    m_send(bytes);
}

void Session::receive(const QByteArray &bytes)
{
    m_traffic.bytesIn += bytes.size();
    QByteArrayView rest(bytes);
    bool isWhole = false;
    while (!rest.isEmpty() && !m_ending) {
        const auto frame = m_reader.take(rest);
        if (frame)
            handle(*frame);
        else if (m_reader.fault())
            faulty(*m_reader.fault() == FrameFault::TooLong
                    ? tr("A message is longer than any may be.")
                    : tr("A message cannot be read."));
        isWhole = isWhole || frame;
    }
    m_pulse.heard(isWhole, m_reader.isWithin());
}

void Session::handle(const Frame &frame)
{
    const bool mayComeFirst =
        std::holds_alternative<Hello>(frame) || std::holds_alternative<Bye>(frame);
    if (!m_isGreeted && !mayComeFirst)
        return faulty(tr("It spoke before its greeting."));
    std::visit(
        [this](const auto &one) {
            if constexpr (requires { on(one); })
                on(one);
            else
                onOtherFrame(one);
        },
        frame);
}

void Session::on(const Ping &)
{
    if (m_pulse.questioned())
        say(Pong());
    else
        end(Ending::TooMuch, {});
}

void Session::on(const Pong &)
{
    if (!m_pulse.isAsked())
        return faulty(tr("It answered what nobody asked."));
    m_pulse.ponged();
}

void Session::on(const UnknownFrame &)
{
    // A later program may say more than this one understands; one that is no later has nothing more to say.
    if (m_newest <= newestProtocol)
        faulty(tr("A message cannot be read."));
}

void Session::onOtherFrame(const Frame &frame)
{
    if (!m_other || !m_other(frame))
        faulty(tr("It answered what nobody asked."));
}

void Session::tick(qint64 now_ms)
{
    if (m_ending)
        return;
    switch (m_pulse.tick(now_ms)) {
    case Pulse::Want::GiveUp:
        return end(Ending::Silent, {});
    case Pulse::Want::Ping:
        say(Ping());
        break;
    case Pulse::Want::Nothing:
        break;
    }
    if (m_flights.hasOlderThan(now_ms - m_limits.answer_ms))
        return end(Ending::Silent, tr("It acknowledges nothing."));
    if (!m_forks.isEmpty() && m_asked_ms < now_ms - m_limits.answer_ms)
        return end(Ending::Silent, tr("It says nothing of where a feed parts."));
    if (m_isGreeted && !m_isForSnapshot) {
        askForKeys();
        m_asked = 0;
        if (std::exchange(m_isAskDue, false))
            askHalfWay();
    }
}

void Session::on(const Bye &bye)
{
    const bool isKnown = bye.ending <= qint64(Ending::TooMuch);
    ended(isKnown ? Ending(bye.ending) : Ending::Parted, refusalByPeer(bye.ending, bye.words));
}

void Session::part(Ending ending, const QString &detail)
{
    if (!m_ending)
        end(ending, detail);
}

void Session::end(Ending ending, const QString &detail)
{
    const domain::Refusal refusal = refusalOf(ending, detail);
    say(Bye{qint64(ending), detail});
    ended(ending, refusal);
}

void Session::ended(Ending ending, const domain::Refusal &refusal)
{
    if (m_ending)
        return;
    m_ending = ending;
    m_refusal = refusal;
    changed();
}

void Session::changed()
{
    if (!m_hasBeenInStep && state().phase == Phase::InStep) {
        m_hasBeenInStep = true;
        m_exchange.inStep();
    }
    if (m_changed)
        m_changed();
}

qint64 Session::clockAhead_ms() const
{
    return m_isGreeted && m_own.clock_ms && m_peer.clock_ms ? m_peer.clock_ms - m_own.clock_ms : 0;
}

Session::State Session::state() const
{
    State state;
    state.ending = m_ending;
    state.refusal = m_refusal;
    state.toCome = m_toCome;
    if (m_isGreeted)
        state.toSend = m_isDrained ? m_flights.entries() : lackedBy(m_held);
    const bool isInStep = !m_isForSnapshot && m_isDrained && m_flights.isEmpty() && m_isPeerThrough
        && m_forks.isEmpty() && !m_keys.isUnderWay();
    state.phase = m_ending ? Phase::Ended
        : !m_isGreeted     ? Phase::Greeting
        : isInStep         ? Phase::InStep
                           : Phase::CatchingUp;
    return state;
}

QString Session::State::words() const
{
    switch (phase) {
    case Phase::Greeting:
        return tr("Greeting");
    case Phase::CatchingUp:
        return tr("Catching up: %1 to send, %2 to come").arg(toSend).arg(toCome);
    case Phase::InStep:
        return tr("In step");
    case Phase::Ended:
        break;
    }
    return refusal.text();
}

} // namespace peers
