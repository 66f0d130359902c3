// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "peers/conversation.h"

#include <memory>
#include <optional>

namespace peers
{

using domain::Id;

/// What a node asks of the desk that it connects with the others. Made on the node's thread and used there alone.
class NodeDesk
{
public:
    using Admitted = std::function<void(const std::optional<domain::Refusal> &)>;

    virtual ~NodeDesk() = default;
    virtual Id company() = 0;
    /// Hash of the company's first entry.
    virtual QByteArray founding() = 0;
    /// The row of a desk, as the register has it now.
    virtual std::optional<domain::RegisterRow> findDesk(const Id &desk) = 0;
    /// Carries out an admission; `done` comes on this thread, perhaps at once.
    virtual void admit(const domain::AdmitDesk &command, Admitted done) = 0;
    /// `changed` is called on this thread whenever the desk has committed something; who doesn't call it is told by Node::somethingNew().
    virtual void onNew(std::function<void()> changed) { Q_UNUSED(changed) }
    virtual std::unique_ptr<Conversation> converse(const Id &peer, Conversation::Ways ways) = 0;
};

} // namespace peers
