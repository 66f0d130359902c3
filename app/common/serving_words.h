// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "items/serving.h"
#include "peers/address.h"

namespace app
{

/// What is said about where and how a desk serves.

/// Why these settings can't be; the refusal names the member of ServingSettings.
std::optional<domain::Refusal> refusalOf(const items::ServingSettings &settings);
domain::Refusal portIsTaken(quint16 port, const domain::Refusal &why);
/// A desk that is called on every address of its computer is called at these, loopback left out.
QStringList addressesInNetwork(const QVector<peers::Address> &listening);

} // namespace app
