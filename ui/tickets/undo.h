// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/ticket.h"

#include <functional>
#include <optional>

namespace ui::tickets
{

/// The command whose event takes a ticket's latest step back; nothing where no new event can. Only a
/// correction can be: by a correction to what stood there before. What was empty before can't be emptied again.
std::optional<domain::ActOnTicket> undoOf(const domain::Ticket &ticket,
    const std::function<QString(quint8 field, const QVariant &value)> &open);

} // namespace ui::tickets
