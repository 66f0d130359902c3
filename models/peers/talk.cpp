// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/talk.h"

#include "domain/desks.h"

namespace peers
{

using domain::Refusal;

namespace
{
/// Two people read six digits to each other and fill in a form.
constexpr qint64 comparingWithin_ms = 5 * 60'000;
} // namespace

Talk::Talk(LinkTerms &terms, NodeDesk &desk, const domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_terms(terms)
    , m_desk(desk)
    , m_clock(clock)
    , m_link(terms)
{
    connect(&m_link, &Link::greeted, this, [this] {
        m_lastContact_ms = m_clock.now_ms();
        Q_EMIT greeted();
    });
    connect(&m_link, &Link::received, this, &Talk::take);
    connect(&m_link, &Link::ended, this, &Talk::ended);
}

void Talk::begin()
{
    if (m_link.peer().purpose == Purpose::Exchange) {
        converse();
        return;
    }
    m_admitting = std::make_unique<AdmittingTalk>(m_link.peer(), m_terms.random);
    m_pairingSince_ms = m_terms.now_ms();
}

void Talk::converse()
{
    m_conversation = m_desk.converse(m_link.peer().desk,
        {[this](const QByteArray &bytes) { m_link.send(bytes); },
            [this](const Refusal &why) { m_link.end(why); }, [this] { Q_EMIT changed(); }});
    m_conversation->start(m_terms.now_ms());
    Q_EMIT changed();
}

void Talk::take(const QByteArray &bytes)
{
    m_lastContact_ms = m_clock.now_ms();
    if (m_conversation)
        m_conversation->receive(bytes);
    else if (m_admitting)
        takePairing(bytes);
    Q_EMIT changed();
}

void Talk::takePairing(const QByteArray &bytes)
{
    const bool hadCode = !m_admitting->code().isEmpty();
    const QByteArray answer = m_admitting->receive(bytes);
    if (!answer.isEmpty())
        m_link.send(answer);
    if (m_admitting->state() == AdmittingTalk::State::Failed) {
        const Objection objection = m_admitting->objection();
        m_link.end(m_admitting->isByPeer() ? byPeer(objection) : toPeer(objection));
        return;
    }
    if (!hadCode && !m_admitting->code().isEmpty())
        Q_EMIT asked();
    if (m_admitting->state() == AdmittingTalk::State::Admitting)
        admit();
}

void Talk::admit()
{
    // Who was let in before and lost the answer on the way gets it again.
    const auto row = m_desk.findDesk(m_link.peer().desk);
    const bool isIn = row && !domain::refusalOfDesk(row)
        && row->values[domain::desk::PublicKey].toByteArray() == m_link.peer().publicKey;
    if (isIn) {
        welcome();
        return;
    }
    const bool isInvited = !m_admitting->admission().token.isEmpty();
    m_desk.admit(m_admitting->admission(),
        [self = QPointer(this), isInvited](const std::optional<Refusal> &refusal) {
            if (!self || !self->m_admitting)
                return;
            // The stranger hears the reason in general, the people here hear it whole.
            if (refusal)
                self->refuse(isInvited ? Objection::NotInvited : Objection::NotAdmitted, *refusal);
            else
                self->welcome();
        });
}

/// The new desk hangs up by this and calls again, as the desk that it is now.
void Talk::welcome()
{
    m_link.send(m_admitting->welcome(m_desk.company(), m_desk.founding()));
    m_admitting.reset();
    Q_EMIT admitted();
    m_link.end(toPeer(Objection::None));
}

void Talk::refuse(Objection objection, const Refusal &why)
{
    m_link.send(m_admitting->fail(objection));
    m_link.end(why);
}

QString Talk::code() const
{
    return m_admitting ? m_admitting->code() : QString();
}

void Talk::answerPairing(const domain::AdmitDesk &as)
{
    if (!m_admitting)
        return;
    m_admitting->answer(as);
    if (m_admitting->state() == AdmittingTalk::State::Admitting)
        admit();
}

void Talk::refusePairing()
{
    if (m_admitting)
        refuse(Objection::NotAdmitted, toPeer(Objection::NotAdmitted));
}

void Talk::somethingNew()
{
    if (m_conversation)
        m_conversation->somethingNew();
}

void Talk::tick()
{
    const QPointer<Talk> self(this);
    m_link.tick();
    if (!self)
        return;
    if (m_conversation)
        m_conversation->tick(m_terms.now_ms());
    else if (m_admitting && m_terms.now_ms() - m_pairingSince_ms > comparingWithin_ms)
        refuse(Objection::Silent, toPeer(Objection::Silent));
}

void Talk::part()
{
    if (m_conversation)
        m_conversation->part();
    m_link.end(toPeer(Objection::Leaving));
}

void Talk::dismiss(Objection why)
{
    m_conversation.reset();
    m_link.end(toPeer(why));
}

PeerState Talk::state() const
{
    PeerState state{.desk = peer(),
        .address = m_link.address(),
        .side = m_link.side(),
        .stage = PeerState::Stage::Connecting,
        .lastContact_ms = m_lastContact_ms};
    if (m_admitting)
        state.stage = PeerState::Stage::Pairing;
    if (m_conversation) {
        const Conversation::Progress progress = m_conversation->progress();
        state.stage = progress.isInStep ? PeerState::Stage::InStep : PeerState::Stage::Exchanging;
        state.toSend = progress.toSend;
        state.toTake = progress.toTake;
        state.clockAhead_ms = progress.clockAhead_ms;
    }
    return state;
}

} // namespace peers
