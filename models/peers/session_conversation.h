// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/conversation.h"
#include "peers/file_exchange.h"
#include "peers/session.h"
#include "peers/snapshot_stand.h"

namespace peers
{

/// A session over a link.
class SessionConversation final : public Conversation
{
public:
    /// What a session's desks want of each other besides entries; the node's, like everything here.
    struct Besides {
        SnapshotStand &stand;
        FileExchange &files;
    };
    SessionConversation(Exchange &exchange, const Besides &besides, const Id &peer, Ways ways);
    ~SessionConversation() override;

    void start(qint64 now_ms) override { m_session.start(now_ms); }
    void receive(const QByteArray &bytes) override { m_session.receive(bytes); }
    void somethingNew() override { m_session.somethingNew(); }
    void tick(qint64 now_ms) override { m_session.tick(now_ms); }
    void part() override { m_session.part(); }
    Progress progress() const override;

private:
    bool take(const Frame &frame);
    void changed();

    const Ways m_ways;
    const Besides m_besides;
    Session m_session;
    int m_line = 0; ///< among those that have files; 0: not greeted yet
    /// A snapshot may be ready when the conversation is over.
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace peers
