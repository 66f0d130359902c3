// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "domain/workflow.h"
#include "paper/document.h"

namespace ui::workflows
{

/// The way of one kind of matter as a chart for the wall: every state, what may be done there, by whom, how soon the company promises it and
/// what must be filled in. Made from the very table by which the desk decides, so that it can't say anything else.
paper::Document workflowPaper(
    const domain::WorkflowSpec &workflow, store::Reader &reader, const domain::Id &printedBy);

} // namespace ui::workflows
