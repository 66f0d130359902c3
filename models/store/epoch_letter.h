// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql.h"

namespace store
{

/// The letter in a desk's ticket numbers that changes with its epoch, so that no number is given twice.

/// A, B … Z, AA, AB …: the shorter comes first.
bool isLaterLetter(const QString &a, const QString &b);
QString nextLetter(QString letter);
/// Empty when the database doesn't know the desk.
QString letterIn(Database &database, const domain::Id &desk);

} // namespace store
