// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "reports/person_copy.h"

namespace ui::customers
{

/// The copy of all that is held about one customer, on paper for the person. `by` hands it out.
paper::Document personDocument(store::Reader &reader, const reports::PersonCopy &copy,
    const domain::Id &by, const QString &madeAt);

} // namespace ui::customers
