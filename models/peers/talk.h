// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/link.h"
#include "peers/node_desk.h"
#include "peers/pairing.h"
#include "peers/peer_state.h"

namespace peers
{

/// All that is said over one connection of a node: the greeting, where a new desk wants in its pairing, then the exchange.
class Talk : public QObject
{
    Q_OBJECT
public:
    Talk(LinkTerms &terms, NodeDesk &desk, const domain::Clock &clock, QObject *parent);

    Link &link() { return m_link; }
    const Link &link() const { return m_link; }
    /// The other desk; null before it has proven itself.
    Id peer() const { return m_link.isGreeted() ? m_link.peer().desk : Id(); }
    /// Who called whom.
    Id caller(const Id &own) const { return m_link.side() == Side::Caller ? own : peer(); }
    bool isExchanging() const { return m_conversation != nullptr; }

    /// Goes on behind the greeting as the caller wanted it.
    void begin();
    void somethingNew();
    void tick();
    void part();
    /// Nothing more is said over it; what was said still goes out.
    void dismiss(Objection why);
    /// The code that two people compare; empty unless they do.
    QString code() const;
    void answerPairing(const domain::AdmitDesk &as);
    void refusePairing();
    PeerState state() const;

Q_SIGNALS:
    void greeted();
    /// A code waits to be compared.
    void asked();
    /// A new desk was let in.
    void admitted();
    void changed();
    void ended(const domain::Refusal &why);

private:
    void converse();
    void take(const QByteArray &bytes);
    void takePairing(const QByteArray &bytes);
    void admit();
    void welcome();
    void refuse(Objection objection, const domain::Refusal &why);

    const LinkTerms &m_terms;
    NodeDesk &m_desk;
    const domain::Clock &m_clock;
    Link m_link;
    std::unique_ptr<AdmittingTalk> m_admitting;
    std::unique_ptr<Conversation> m_conversation;
    qint64 m_lastContact_ms = 0;
    qint64 m_pairingSince_ms = 0;
};

} // namespace peers
