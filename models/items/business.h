// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace items
{

/// What the register of categories says of a business that people apply for.
struct Business {
    QString unit; ///< the department that it goes to
    QStringList papers; ///< what an application takes
};

/// Empty where the register doesn't have the category, or knows nothing of that.
Business businessOf(store::Reader &reader, const QString &category);
/// The lines of a field that lists papers.
QStringList papersIn(const QString &lines);

} // namespace items
