// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/conversation.h"
#include "peers/session.h"
#include "peers/snapshot_stand.h"

namespace peers
{

/// A session over a link.
class SessionConversation final : public Conversation
{
public:
    /// `stand`: hands the snapshot to a new desk; the node's, like everything here.
    SessionConversation(Exchange &exchange, SnapshotStand &stand, const Id &peer, Ways ways);

    void start(qint64 now_ms) override { m_session.start(now_ms); }
    void receive(const QByteArray &bytes) override { m_session.receive(bytes); }
    void somethingNew() override { m_session.somethingNew(); }
    void tick(qint64 now_ms) override { m_session.tick(now_ms); }
    void part() override { m_session.part(); }
    Progress progress() const override;

private:
    bool take(const Frame &frame);

    const Ways m_ways;
    SnapshotStand &m_stand;
    Session m_session;
    /// A snapshot may be ready when the conversation is over.
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace peers
