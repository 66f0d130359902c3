// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "peers/hub_runner.h"
#include "peers/node.h"

namespace app
{

/// How a desk is put among the others, the same for the tool and for the window. The desk must outlive what is made of it
/// and write already.

/// As whom its node speaks; where it listens and whom it calls is for the caller to fill in.
peers::NodeSetup nodeSetupFor(Desk &desk);
/// A node that hears of every commit; it is still to be started.
std::unique_ptr<peers::Node> makeNode(Desk &desk, const peers::NodeSetup &setup);
/// The desk's connection with the hub, which hears of every commit and is on its way already.
std::unique_ptr<peers::HubRunner> makeHub(Desk &desk, const peers::HubUrl &url);

} // namespace app
