// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/joining.h"

#include "peers/words.h"

namespace peers
{

using domain::Refusal;

namespace
{
constexpr int tick_ms = 500;
}

Joining::Joining(
    const QString &folder, const domain::Clock &clock, domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_folder{folder}
    , m_clock(clock)
    , m_random(random)
    , m_timer(this)
{
}

void Joining::startInvited(const Address &address, const InvitationCode &code)
{
    m_code = code;
    start(address, Purpose::Join, code.desk());
}

void Joining::startComparing(const Address &address)
{
    start(address, Purpose::Compare, {});
}

void Joining::start(const Address &address, Purpose purpose, const Id &desk)
{
    m_address = address;
    // What an earlier try left may be a desk by now: its key must not be lost.
    m_mayBeIn = m_folder.holdsDesk();
    const auto prepared = prepareNewDesk(m_folder, desk, m_clock.now_ms(), m_random);
    if (const auto *refusal = std::get_if<Refusal>(&prepared)) {
        fail(*refusal);
        return;
    }
    m_isPrepared = true;
    const auto &secrets = m_secrets = std::get<store::Secrets>(prepared);
    const auto identity = TlsIdentity::make();
    const auto key = record::SigningKey::fromSeed(secrets.signingSeed);
    if (!identity || !key) {
        fail({{}, Words::tr("No certificate could be made for this desk."),
            Words::tr("Check the system's OpenSSL and its memory."), Refusal::Device});
        return;
    }
    m_terms = std::make_unique<LinkTerms>(LinkTerms{*identity, secrets.desk, *key,
        [this](const Greeted &peer) { return judge(peer); }, m_random, TokenBucket()});
    m_terms->time.start();
    m_link = std::make_unique<Link>(*m_terms);
    connect(m_link.get(), &Link::greeted, this, &Joining::greeted);
    connect(m_link.get(), &Link::received, this, &Joining::take);
    connect(m_link.get(), &Link::ended, this, &Joining::fail);
    connect(&m_timer, &QTimer::timeout, m_link.get(), &Link::tick);
    m_timer.start(tick_ms);
    m_link->call(address, purpose);
}

/// An invitation names the key of the desk that made it; face to face, people compare what follows from it.
Objection Joining::judge(const Greeted &peer) const
{
    return !m_code || m_code->isOf(peer.publicKey) ? Objection::None : Objection::Unproven;
}

void Joining::greeted()
{
    const Greeted &peer = m_link->peer();
    if (auto refusal = keepPin(m_folder, {peer.desk, peer.publicKey, {}})) {
        m_link->end(*refusal);
        return;
    }
    if (m_code)
        m_talk = std::make_unique<JoiningTalk>(peer, m_code->token);
    else
        m_talk = std::make_unique<JoiningTalk>(peer, m_random);
    m_mayBeIn = m_mayBeIn || m_code;
    m_link->send(m_talk->start());
}

void Joining::take(const QByteArray &bytes)
{
    if (m_isOver)
        return;
    const bool hadCode = !m_talk->code().isEmpty();
    const QByteArray answer = m_talk->receive(bytes);
    if (!answer.isEmpty())
        m_link->send(answer);
    if (!hadCode && !m_talk->code().isEmpty())
        Q_EMIT codeShown(m_talk->code());
    if (m_talk->state() == JoiningTalk::State::Done) {
        welcomed();
    } else if (m_talk->state() == JoiningTalk::State::Failed) {
        m_mayBeIn = false;
        const Objection objection = m_talk->objection();
        m_link->end(m_talk->isByPeer() ? byPeer(objection) : toPeer(objection));
    }
}

void Joining::welcomed()
{
    const Greeted &peer = m_link->peer();
    const Pin pin{peer.desk, peer.publicKey, m_talk->welcome()};
    if (auto refusal = keepPin(m_folder, pin)) {
        m_link->end(*refusal);
        return;
    }
    m_isOver = true;
    m_timer.stop();
    m_link->end(toPeer(Objection::None));
    fill(pin);
}

void Joining::fill(const Pin &pin)
{
    if (m_replays) {
        m_whyNotFilled = Words::tr("It was not wanted.");
        Q_EMIT joined();
        return;
    }
    m_filling = std::make_unique<Filling>(m_folder, m_secrets, pin, m_random);
    connect(m_filling.get(), &Filling::progressed, this, &Joining::filling);
    connect(m_filling.get(), &Filling::ended, this, [this](const QString &why) {
        m_whyNotFilled = why;
        m_filling.release()->deleteLater();
        Q_EMIT joined();
    });
    m_filling->start(m_address);
}

void Joining::confirm()
{
    if (!m_talk || m_isOver)
        return;
    m_mayBeIn = true;
    m_link->send(m_talk->confirm());
}

void Joining::giveUp()
{
    if (!m_link || m_isOver)
        return;
    m_link->send(encodeOpening(Object{Objection::NotAdmitted}));
    m_link->end(toPeer(Objection::NotAdmitted));
}

void Joining::fail(const Refusal &why)
{
    if (std::exchange(m_isOver, true))
        return;
    m_timer.stop();
    if (m_isPrepared && !m_mayBeIn)
        abandonNewDesk(m_folder);
    Q_EMIT failed(why);
}

} // namespace peers
