// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ticket.h"

#include <span>

namespace ui::tickets
{

/// Which slips there are, by their names in the tool, and of which tickets each makes sense. What stands on one is said in
/// ui/slips.
struct SlipKind {
    const char *name;
    const char *title; ///< English source, context "ui::slips"
    bool (*fits)(const domain::Ticket &ticket);

    QString text() const;
};

std::span<const SlipKind> slipKinds();

} // namespace ui::tickets
