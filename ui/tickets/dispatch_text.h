// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"

namespace ui::tickets
{

/// A matter as it is told to somebody without a desk, by phone or message: number, what, where, whom to call, by when. It carries the
/// customer's contact, so whoever takes it has looked at that.
QString dispatchText(const items::TicketCard &card);

} // namespace ui::tickets
