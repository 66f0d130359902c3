// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/desks.h"
#include "peers/beacon.h"
#include "peers/switchboard.h"

#include <algorithm>

namespace peers
{

using domain::Refusal;

namespace
{
constexpr int telling_ms = 50;
}

Talk *Switchboard::addTalk()
{
    auto *talk = new Talk(*m_terms, *m_desk, m_clock, this);
    m_lines.append({talk, ++m_lastNumber});
    connect(talk, &Talk::greeted, this, [this, talk] { greeted(talk); });
    connect(talk, &Talk::changed, this, &Switchboard::tellSoon);
    connect(talk, &Talk::asked, this, [this, talk] {
        Q_EMIT pairingAsked({numberOf(talk), talk->code(), talk->peer(), talk->link().address()});
    });
    connect(talk, &Talk::admitted, this,
        [this, talk] { Q_EMIT pairingEnded(numberOf(talk), true, {}); });
    connect(talk, &Talk::ended, this, [this, talk](const Refusal &why) { ended(talk, why); });
    return talk;
}

void Switchboard::takeIncoming(qintptr descriptor)
{
    Talk *talk = addTalk();
    talk->link().answer(descriptor);
    if (numberOf(talk) && !hasRoomFor(talk))
        ended(talk, toPeer(Objection::Busy));
}

/// Somebody who hasn't proven anything yet costs a handshake; so there are few of them, and few from one address.
bool Switchboard::hasRoomFor(const Talk *talk) const
{
    const QString host = talk->link().address().host;
    int strangers = 0, fromThere = 0;
    for (const Line &line : m_lines) {
        const Link &link = line.talk->link();
        if (link.side() == Side::Caller || line.talk->isExchanging())
            continue;
        ++strangers;
        fromThere += link.address().host == host;
    }
    return strangers <= m_setup.mostStrangers && fromThere <= m_setup.mostStrangersFromOne;
}

Objection Switchboard::judge(const Greeted &peer)
{
    const auto row = m_desk->findDesk(peer.desk);
    const bool isRevoked = row && row->values.has(domain::desk::Revoked);
    if (isRevoked)
        return Objection::Revoked;
    if (peer.purpose == Purpose::Compare)
        return m_isPairing ? Objection::None : Objection::NotAdmitted;
    // Whether the token is good is for the command to say.
    if (peer.purpose == Purpose::Join)
        return Objection::None;
    if (!row || row->reg != domain::Register::Desk || row->removed)
        return Objection::Unknown;
    if (!row->values.has(domain::desk::PublicKey))
        return Objection::NotJoined;
    return row->values[domain::desk::PublicKey].toByteArray() == peer.publicKey
        ? Objection::None
        : Objection::Unknown;
}

/// Two desks that call each other at the same time end up with two connections. Both keep the one that the desk with the
/// smaller id made; of two that the same desk made, the newer, since it wouldn't call if the older one still lived.
void Switchboard::greeted(Talk *talk)
{
    const auto target = std::ranges::find(m_targets, talk, &Target::talk);
    if (target != m_targets.end()) {
        target->desk = talk->peer();
        target->backoff.succeeded();
        target->error.clear();
        target->isShutOut = false;
    }
    if (Talk *other = otherTalkWith(talk)) {
        const Id preferred = std::min(m_setup.desk, talk->peer());
        const bool keepsOther =
            other->caller(m_setup.desk) == preferred && talk->caller(m_setup.desk) != preferred;
        (keepsOther ? talk : other)->dismiss(Objection::Doubled);
        if (keepsOther)
            return;
    }
    talk->begin();
    tellSoon();
}

void Switchboard::ended(Talk *talk, const Refusal &why)
{
    const quint64 number = numberOf(talk);
    if (!number)
        return;
    const PeerState last = talk->state();
    if (last.stage == PeerState::Stage::Pairing)
        Q_EMIT pairingEnded(number, false, why);
    m_lines.removeIf([talk](const Line &line) { return line.talk == talk; });
    talk->disconnect(this);
    // It is perhaps in the middle of saying so.
    talk->deleteLater();
    const auto target = std::ranges::find(m_targets, talk, &Target::talk);
    if (target != m_targets.end()) {
        target->talk = nullptr;
        target->error = why.text();
        target->isShutOut = why.what == byPeer(Objection::Revoked).what;
        target->lastContact_ms = std::max(target->lastContact_ms, last.lastContact_ms);
        target->nextCall_ms = m_terms->now_ms() + target->backoff.next_ms(m_random);
    }
    tellSoon();
}

Talk *Switchboard::otherTalkWith(const Talk *talk) const
{
    for (const Line &line : m_lines) {
        if (line.talk != talk && line.talk->isExchanging() && line.talk->peer() == talk->peer())
            return line.talk;
    }
    return nullptr;
}

bool Switchboard::isConnectedTo(const Id &desk) const
{
    return !desk.isNull() && std::ranges::any_of(m_lines, [&](const Line &line) {
        return line.talk->isExchanging() && line.talk->peer() == desk;
    });
}

Talk *Switchboard::findTalk(quint64 number) const
{
    const auto found = std::ranges::find(m_lines, number, &Line::number);
    return found == m_lines.end() ? nullptr : found->talk;
}

quint64 Switchboard::numberOf(const Talk *talk) const
{
    const auto found = std::ranges::find(m_lines, talk, &Line::talk);
    return found == m_lines.end() ? 0 : found->number;
}

void Switchboard::answerPairing(quint64 number, const domain::AdmitDesk &as)
{
    if (Talk *talk = findTalk(number))
        talk->answerPairing(as);
}

void Switchboard::refusePairing(quint64 number)
{
    if (Talk *talk = findTalk(number))
        talk->refusePairing();
}

void Switchboard::tellSoon()
{
    if (!m_telling.isActive())
        m_telling.start(telling_ms);
}

void Switchboard::tellStates()
{
    QVector<PeerState> states;
    for (const Line &line : m_lines) {
        // A stranger who knocks is nobody's peer yet.
        if (line.talk->peer().isNull() && line.talk->link().side() == Side::Called)
            continue;
        states.append(line.talk->state());
    }
    for (const Target &target : m_targets) {
        if (!target.talk && !isConnectedTo(target.desk)) {
            states.append({.desk = target.desk,
                .address = target.address,
                .lastContact_ms = target.lastContact_ms,
                .error = target.error,
                .isShutOut = target.isShutOut});
        }
    }
    for (PeerState &state : states) {
        if (!state.desk.isNull())
            state.name = nameOf(state.desk);
    }
    if (std::exchange(m_told, states) != states)
        Q_EMIT statesChanged(states);
}

QString Switchboard::nameOf(const Id &desk)
{
    const auto row = m_desk->findDesk(desk);
    return row ? row->values.text(domain::desk::Name) : QString();
}

} // namespace peers
