// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/shift_record.h"
#include "paper/pages.h"

namespace ui::shifts
{

// The papers that a handover goes on.
enum class HandoverPaper { A5, TwoOnA4, A4 };

// A handing over on paper: who left what open, what the next one was to watch, that both signed and when, as it is on record, and
// room for both to sign by hand.
paper::Slip handoverSlip(
    store::Reader &reader, const items::HandoverLine &handover, const domain::Id &printedBy);
// Laid out; no page where there is no such handover.
paper::Pages handoverPages(store::Reader &reader, const domain::Id &handover, HandoverPaper paper,
    const domain::Id &printedBy);

} // namespace ui::shifts
