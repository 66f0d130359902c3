// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "store/sql.h"

#include <optional>

namespace store
{

/// A value that this database keeps for itself and that may hold a password: in a box under the desk's key, so that a copy of the
/// file tells nobody. Both throw SqlFailure.

/// Nothing where none was kept, or where it was kept under another desk's key.
std::optional<QByteArray> findBoxed(
    Database &database, const QByteArray &deskKey, const QString &name);
void keepBoxed(Database &database, const QByteArray &deskKey, const QString &name,
    const QByteArray &value, domain::Random &random);

/// Forgets every value whose name begins so, boxed or plain.
void forgetLocal(Database &database, const QString &beginning);

} // namespace store
