// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bench
{

/// Copies a file through TLS on this computer, as desks have it, and makes the copy durable: what a snapshot is compared with. Each side
/// on a thread of its own. Gives the milliseconds; throws Failed.
qint64 copyThroughTls_ms(const QString &from, const QString &to);

} // namespace bench
