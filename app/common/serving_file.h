// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/serving.h"

namespace app
{

/// What a desk keeps for itself of how it is connected: sealed in its own database, since a hub's address may hold a password.
struct KeptServing {
    items::ServingSettings settings;
    quint16 lastPort = 0; ///< on which it was called the last time
};

/// What was kept; `otherwise` where nothing was, or it can't be opened.
KeptServing findServing(
    store::Database &database, const store::Secrets &secrets, const KeptServing &otherwise);
/// The future holds why it couldn't be kept.
QFuture<std::optional<domain::Refusal>> keepServing(Desk &desk, const KeptServing &kept);

} // namespace app
