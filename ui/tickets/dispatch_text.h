// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"

namespace ui::tickets
{

/// A matter as it is told to somebody without a desk, by phone or message: number, what, where, whom to call, by when. It carries the
/// customer's contact in the clear, so the look has to stand on record before.
QString dispatchText(const items::TicketCard &card, store::Reader &read);

} // namespace ui::tickets
