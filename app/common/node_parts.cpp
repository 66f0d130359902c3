// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/node_parts.h"

#include "peers/desk_exchange.h"
#include "peers/desk_host.h"

namespace app
{

using namespace domain;

namespace
{

/// On the hub's thread, through a reader that lives and dies there.
std::function<QVector<Id>()> desksOf(Desk &desk)
{
    return [&desk, reader = std::shared_ptr<store::Reader>()]() mutable {
        if (!reader)
            reader = desk.newReader();
        QVector<Id> desks;
        if (!reader)
            return desks;
        for (const store::NumberedRow &row : reader->findRows(Register::Desk))
            desks << row.row.id;
        return desks;
    };
}

} // namespace

peers::NodeSetup nodeSetupFor(Desk &desk)
{
    peers::NodeSetup setup;
    setup.desk = desk.secrets().desk;
    setup.signingSeed = desk.secrets().signingSeed;
    setup.makeDesk = [&desk] { return peers::DeskHost::make(desk); };
    return setup;
}

std::unique_ptr<peers::Node> makeNode(Desk &desk, const peers::NodeSetup &setup)
{
    auto node = std::make_unique<peers::Node>(setup, desk.clock(), desk.random());
    QObject::connect(&desk, &Desk::committed, node.get(), &peers::Node::somethingNew);
    return node;
}

std::unique_ptr<peers::HubRunner> makeHub(Desk &desk, const peers::HubUrl &url)
{
    auto hub = std::make_unique<peers::HubRunner>(
        url, [&desk] { return peers::exchangeOf(desk); }, desksOf(desk));
    QObject::connect(&desk, &Desk::committed, hub.get(), &peers::HubRunner::wake);
    return hub;
}

} // namespace app
