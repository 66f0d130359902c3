// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace ui::look
{

// Type in three sizes and no more: small for what is looked up, body for what is read, large for what
// is said aloud, such as a ticket's number. Sizes are in points, so that the platform's text size counts.
enum class TypeSize { Small, Body, Large };

QFont type(TypeSize size, QFont::Weight weight = QFont::Normal);

// Families in the order in which they are asked for a character; the system's own come after.
QStringList typeFamilies();

} // namespace ui::look
