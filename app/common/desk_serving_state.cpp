// SPDX-License-Identifier: GPL-3.0-or-later
// How the desk stands with the others: from the words of its connections to those of the window, and what of it is remembered.
#include "common/desk_serving.h"
#include "common/node_parts.h"

namespace app
{

using domain::Id;
using items::Contact;
using items::HubContact;
using peers::HubState;
using peers::PeerState;

QVector<Contact> DeskServing::contacts() const
{
    QVector<Contact> contacts;
    QSet<Id> told;
    for (const PeerState &state : m_node ? m_node->states() : QVector<PeerState>()) {
        contacts.append(contactOf(state));
        told.insert(state.desk);
    }
    // Whom nobody calls at the moment, and of whom is known when it was heard last.
    for (const store::KnownPeer &peer : m_book) {
        if (!told.contains(peer.desk) && peer.desk != peers::hubPeer())
            contacts.append({.desk = peer.desk, .lastContact_ms = peer.lastContact_ms});
    }
    return contacts;
}

Contact DeskServing::contactOf(const PeerState &state) const
{
    Contact contact{.desk = state.desk,
        .way = Contact::Way::Network,
        .stage = Contact::Stage(state.stage),
        .address = state.address.text(),
        .lastContact_ms = std::max(state.lastContact_ms, m_book.value(state.desk).lastContact_ms),
        .toSend = state.toSend,
        .toTake = state.toTake,
        .clockAhead_ms = state.clockAhead_ms,
        .error = state.error,
        .isShutOut = state.isShutOut};
    if (state.side == peers::Side::Called)
        contact.way = Contact::Way::Incoming;
    else if (m_kept.settings.addresses.contains(contact.address))
        contact.way = Contact::Way::Address;
    return contact;
}

HubContact DeskServing::hub() const
{
    return {.phase = HubContact::Phase(m_hubState.phase),
        .host = m_hubState.host,
        .behind = m_hubState.behind,
        .pushed = m_hubState.pushed,
        .pulled = m_hubState.pulled,
        .lastContact_ms = m_book.value(peers::hubPeer()).lastContact_ms,
        .trouble = m_hubState.trouble,
        .faults = m_hubState.faults};
}

QString DeskServing::shownHub() const
{
    const auto url = peers::HubUrl::parse(m_kept.settings.hub);
    const auto *read = std::get_if<peers::HubUrl>(&url);
    return read ? read->shown() : QString();
}

/// The one before may still be waiting for its database to answer, and ends by itself.
void DeskServing::startHub()
{
    if (m_hub)
        m_hub->retire();
    m_hub.clear();
    m_hubState = {};
    const auto url = peers::HubUrl::parse(m_kept.settings.hub);
    if (const auto *read = std::get_if<peers::HubUrl>(&url);
        read && !m_kept.settings.hub.isEmpty()) {
        m_hub = makeHub(m_desk, *read).release();
        m_hub->setParent(this);
        connect(m_hub, &peers::HubRunner::changed, this, &DeskServing::noteHub);
    }
    Q_EMIT changed();
}

void DeskServing::noteHub(const HubState &state)
{
    m_hubState = state;
    if (state.phase == HubState::InStep || state.phase == HubState::Exchanging)
        note(peers::hubPeer(), state.host, m_desk.clock().now_ms());
    Q_EMIT changed();
}

void DeskServing::noteContacts()
{
    for (const PeerState &state : m_node->states()) {
        if (!state.desk.isNull() && state.lastContact_ms > 0
            && state.stage != PeerState::Stage::Pairing)
            note(state.desk, state.address.text(), state.lastContact_ms);
    }
    Q_EMIT changed();
}

void DeskServing::note(const Id &desk, const QString &address, qint64 at_ms)
{
    const store::KnownPeer now{desk, address, at_ms};
    store::KnownPeer &known = m_book[desk];
    if (at_ms < known.lastContact_ms || known == now)
        return;
    known = now;
    m_changed.insert(desk);
}

void DeskServing::writeBook()
{
    QVector<store::KnownPeer> news;
    for (const Id &desk : std::exchange(m_changed, {}))
        news.append(m_book.value(desk));
    // Should it fail, the next one is written a minute later.
    if (!news.isEmpty())
        m_desk.maintain([news](store::Database &database) { store::keepPeers(database, news); });
}

} // namespace app
