// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace items
{

/// Whether contact details stand there for a list, where the ends of numbers are enough, or for someone who is
/// about to call.
enum class Clarity : quint8 { Masked, Clear };

/// How to reach someone, as a person at the desk sees it.
struct ShownContact {
    QString name;
    QString phone;
    QString identity;
    QString address;
};

/// The one way by which contact details of customers and household members come from the record onto a screen, a
/// list or a file: whoever counts looks or narrows what is shown does it here.
ShownContact showContact(store::Reader &reader, const store::NumberedRow &row, Clarity clarity);

} // namespace items
