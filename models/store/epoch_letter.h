// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql.h"

#include <QSet>

namespace store
{

/// Destroys the keys of these owners so that no byte of them stays in the file.
void dropKeys(Database &database, const QSet<domain::Id> &owners);

/// A, B … Z, AA, AB …: the shorter comes first.
bool isLaterLetter(const QString &a, const QString &b);
QString nextLetter(QString letter);
/// The epoch letter of a desk's ticket numbers; empty when the database doesn't know the desk.
QString letterIn(Database &database, const domain::Id &desk);

} // namespace store
