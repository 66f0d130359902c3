// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/pairing.h"

#include <QtEndian>

namespace peers
{

namespace
{

/// To what came, one thing after the other, as long as the talk goes on.
template <typename GoesOn, typename Take>
QByteArray answersTo(OpeningReader &reader, GoesOn goesOn, Take take)
{
    QByteArray answers;
    while (goesOn()) {
        const auto opening = reader.next();
        if (!opening)
            break;
        answers += take(*opening);
    }
    return answers;
}

} // namespace

QByteArray commitmentTo(const QByteArray &transcript, const QByteArray &number)
{
    return hashOfParts("griddesk pairing commitment", {transcript, number});
}

QString shortCode(
    const QByteArray &transcript, const QByteArray &callers, const QByteArray &calleds)
{
    const QByteArray hash = hashOfParts("griddesk pairing code", {transcript, callers, calleds});
    const quint64 number = qFromBigEndian<quint64>(hash.constData()) % 1'000'000;
    return QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0'));
}

JoiningTalk::JoiningTalk(const Greeted &peer, const QByteArray &token)
    : m_transcript(peer.transcript)
    , m_token(token)
{
}

JoiningTalk::JoiningTalk(const Greeted &peer, domain::Random &random)
    : m_transcript(peer.transcript)
    , m_number(freshNonce(random))
{
}

QByteArray JoiningTalk::start() const
{
    if (!m_token.isEmpty())
        return encodeOpening(ShowToken{m_token});
    return encodeOpening(Commit{commitmentTo(m_transcript, m_number)});
}

QByteArray JoiningTalk::receive(const QByteArray &bytes)
{
    m_reader.add(bytes);
    QByteArray answer = answersTo(
        m_reader, [this] { return m_state == State::Talking || m_state == State::Comparing; },
        [this](const Opening &opening) { return take(opening); });
    if (m_reader.isBroken() && m_state != State::Failed)
        answer += fail(Objection::Garbage);
    return answer;
}

QByteArray JoiningTalk::take(const Opening &opening)
{
    if (const auto *object = std::get_if<Object>(&opening)) {
        m_state = State::Failed;
        m_isByPeer = true;
        m_objection = object->objection;
        return {};
    }
    if (const auto *share = std::get_if<Share>(&opening);
        share && m_token.isEmpty() && m_code.isEmpty()) {
        m_code = shortCode(m_transcript, m_number, share->number);
        m_state = State::Comparing;
        return encodeOpening(Reveal{m_number});
    }
    // Nobody is welcomed into a company whose code no person has compared.
    const auto *welcome = std::get_if<Welcome>(&opening);
    if (!welcome || (m_token.isEmpty() && !m_isConfirmed))
        return fail(Objection::Garbage);
    m_welcome = *welcome;
    m_state = State::Done;
    return {};
}

QByteArray JoiningTalk::confirm()
{
    if (m_state != State::Comparing || std::exchange(m_isConfirmed, true))
        return {};
    return encodeOpening(Confirm{});
}

QByteArray JoiningTalk::fail(Objection objection)
{
    m_state = State::Failed;
    m_objection = objection;
    return encodeOpening(Object{objection});
}

AdmittingTalk::AdmittingTalk(const Greeted &peer, domain::Random &random)
    : m_peer(peer)
    , m_number(freshNonce(random))
{
}

QByteArray AdmittingTalk::receive(const QByteArray &bytes)
{
    m_reader.add(bytes);
    QByteArray answer = answersTo(
        m_reader, [this] { return m_state == State::Talking || m_state == State::Comparing; },
        [this](const Opening &opening) { return take(opening); });
    if (m_reader.isBroken() && m_state != State::Failed)
        answer += fail(Objection::Garbage);
    return answer;
}

QByteArray AdmittingTalk::take(const Opening &opening)
{
    if (const auto *object = std::get_if<Object>(&opening)) {
        m_state = State::Failed;
        m_isByPeer = true;
        m_objection = object->objection;
        return {};
    }
    if (m_peer.purpose == Purpose::Compare)
        return takeWords(opening);
    const auto *shown = std::get_if<ShowToken>(&opening);
    if (!shown)
        return fail(Objection::Garbage);
    m_admission = {.desk = m_peer.desk, .publicKey = m_peer.publicKey, .token = shown->token};
    m_state = State::Admitting;
    return {};
}

QByteArray AdmittingTalk::takeWords(const Opening &opening)
{
    const auto *commit = std::get_if<Commit>(&opening);
    if (commit && m_commitment.isEmpty()) {
        m_commitment = commit->commitment;
        return encodeOpening(Share{m_number});
    }
    const auto *reveal = std::get_if<Reveal>(&opening);
    if (reveal && m_code.isEmpty() && !m_commitment.isEmpty()
        && commitmentTo(m_peer.transcript, reveal->number) == m_commitment) {
        m_code = shortCode(m_peer.transcript, reveal->number, m_number);
        m_state = State::Comparing;
        return {};
    }
    if (!std::holds_alternative<Confirm>(opening) || m_state != State::Comparing || m_isConfirmed)
        return fail(Objection::Garbage);
    m_isConfirmed = true;
    admitIfBothSaidSo();
    return {};
}

void AdmittingTalk::answer(const domain::AdmitDesk &as)
{
    if (m_state != State::Comparing)
        return;
    m_admission = as;
    // What the person named is what was proven here, whoever filled in the form.
    m_admission.desk = m_peer.desk;
    m_admission.publicKey = m_peer.publicKey;
    m_admission.token.clear();
    m_isAnswered = true;
    admitIfBothSaidSo();
}

void AdmittingTalk::admitIfBothSaidSo()
{
    if (m_isConfirmed && m_isAnswered)
        m_state = State::Admitting;
}

QByteArray AdmittingTalk::welcome(const Id &company, const QByteArray &founding)
{
    m_state = State::Done;
    return encodeOpening(Welcome{company, founding});
}

QByteArray AdmittingTalk::fail(Objection objection)
{
    m_state = State::Failed;
    m_objection = objection;
    return encodeOpening(Object{objection});
}

} // namespace peers
