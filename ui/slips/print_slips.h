// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "slips/sheet_dialog.h"
#include "slips/slips.h"

#include "paper/pages.h"

class QWidget;

namespace ui::slips
{

// The papers that a slip goes on.
enum class SlipPaper { A5, TwoOnA4, Roll80 };

// The slips of these tickets, laid out; numbers without a ticket are left out.
paper::Pages slipPages(store::Reader &reader, const SlipSpec &spec, const QStringList &numbers,
    SlipPaper paper, const domain::Id &printedBy);

// One batch of slips before it goes to the printer, with the choice of paper. What stands on paper was looked at, which is noted.
// Returns at once.
SheetDialog *showSlips(
    Desk &desk, const SlipSpec &spec, const QStringList &numbers, QWidget *parent);

} // namespace ui::slips
