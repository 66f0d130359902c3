// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/outages.h"
#include "paper/document.h"

namespace ui::outages
{

/// The notice of an outage for staircases and gates: what is shut off, where, from when until when, why, what to prepare, and whom to
/// ask. It names nobody but the company.
paper::Document outageNotice(const items::OutageLine &outage, store::Reader &reader);

} // namespace ui::outages
