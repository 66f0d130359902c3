// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/conversation.h"
#include "peers/session.h"

namespace peers
{

/// A session over a link.
class SessionConversation final : public Conversation
{
public:
    SessionConversation(Exchange &exchange, const Id &peer, Ways ways);

    void start(qint64 now_ms) override { m_session.start(now_ms); }
    void receive(const QByteArray &bytes) override { m_session.receive(bytes); }
    void somethingNew() override { m_session.somethingNew(); }
    void tick(qint64 now_ms) override { m_session.tick(now_ms); }
    void part() override { m_session.part(); }
    Progress progress() const override;

private:
    const Ways m_ways;
    Session m_session;
};

} // namespace peers
