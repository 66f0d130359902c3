// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/register_rows.h"

namespace store
{

/// Logins and codes are labels on ids. A desk gives none twice, but two that didn't know of each other may give the same one
/// to two rows. The row with the smaller id, as a rule the one made first, keeps the label everywhere; the other one answers to
/// the label with the prefix of the desk that made it behind, "li@02", until somebody gives one of them another.
struct Twin {
    NumberedRow row;
    QString label; ///< by which people reach it meanwhile
    domain::Id first; ///< the row that keeps the plain label
};

/// Every row of one register that has to answer to another label than its own. Throws SqlFailure.
QVector<Twin> findTwins(Database &database, domain::Register reg);
/// The row that a label names, removed ones apart. Throws SqlFailure.
std::optional<NumberedRow> loadRowByLabel(
    Database &database, domain::Register reg, const QString &label);

} // namespace store
