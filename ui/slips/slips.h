// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/slip.h"
#include "slips/slip_facts.h"

#include <span>

namespace ui::slips
{

// What the customer takes home: the number, what was promised, how to ask.
paper::Slip receiptSlip(const SlipFacts &facts);
// What goes out with the crew and comes back filled in; its code opens the ticket at the step that is due.
paper::Slip orderSlip(const SlipFacts &facts);
// What the clerk holds while calling the customer back, or takes to the door.
paper::Slip visitSlip(const SlipFacts &facts);

// What an applicant gets once, complete: what is missing, by when, where to.
paper::Slip missingSlip(const SlipFacts &facts);
// Why an application isn't taken.
paper::Slip declinedSlip(const SlipFacts &facts);
// The whole of a complaint for the file: what was said, found, done and judged, and who signed.
paper::Slip complaintSlip(const SlipFacts &facts);
// To whoever is late with something.
paper::Slip reminderSlip(const SlipFacts &facts);
// A manager's instruction with owner, date and room for the answer.
paper::Slip supervisedSlip(const SlipFacts &facts);

// The slips by their names in the tool (tickets/slip_kinds.h); another slip is another row.
struct SlipSpec {
    const char *name;
    paper::Slip (*make)(const SlipFacts &facts);

    QString text() const;
};

std::span<const SlipSpec> allSlips();
const SlipSpec *findSlip(QStringView name); // null when there is none of this name

} // namespace ui::slips
