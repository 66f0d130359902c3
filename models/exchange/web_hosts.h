// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QUrl>

namespace exchange
{

// Whether an address is one of the open internet: not of this computer, of the local network, or reserved.
bool isPublic(const QHostAddress &address);

// Whether an address that a stranger wrote into a request may be fetched from: http or https, at the service's own host, or at
// one all of whose addresses are public. Otherwise a request could make this desk ask computers that only it can reach. Asks the
// name service and waits for it.
bool mayFetchFrom(const QUrl &url, const QUrl &service);

} // namespace exchange
