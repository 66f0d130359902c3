// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

// Shows the slips as they will be printed, with the choice of paper, and prints them or saves a PDF. Returns
// at once; the dialog goes when it is closed.
void printSlips(Desk &desk, const SlipSpec &spec, const QStringList &numbers, QWidget *parent);

} // namespace ui::slips
