// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/customer_card.h"

namespace ui::customers
{

/// What the parts of a customer's file say in words.

/// Kind, phone, address; the identity number with its middle covered.
QString reachWords(const items::CustomerCard &card, const items::ShownContact &shown,
    const items::ShownContact &covered);
/// How, when and in which language they like to be reached, and the remark.
QString wishWords(const items::CustomerCard &card);
QString premisesWords(const items::CustomerCard &card, const store::NumberedRow &row);
/// "Water account 10086 · Power meter 778899".
QString meterWords(const items::CustomerCard &card, const store::NumberedRow &row);
QString contactWords(const items::CustomerCard &card, const store::NumberedRow &row);
QString mergedWords(const items::CustomerCard &card, const store::NumberedRow &row);
QString saidWords(const items::CustomerCard &card, const items::CustomerHistory::Said &said);
QString callWords(const items::CustomerCard &card, const items::CustomerHistory::Call &call);
QString plannedWords(
    const items::CustomerCard &card, const items::CustomerHistory::Planned &planned);

} // namespace ui::customers
