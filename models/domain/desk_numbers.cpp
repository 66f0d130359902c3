// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/desk_numbers.h"

#include "domain/registers.h"

#include <algorithm>

namespace domain
{

QString numberBeginning(const RegisterRow &own, const QVector<RegisterRow> &desks)
{
    const QString prefix = own.values.text(desk::Prefix);
    const bool isTaken = std::ranges::any_of(desks, [&](const RegisterRow &other) {
        return !other.removed && other.values.has(desk::PublicKey) && other.id < own.id
            && other.values.text(desk::Prefix) == prefix;
    });
    const QString apart = isTaken ? own.id.toHex().last(2).toUpper() : QString();
    return prefix + apart + own.values.text(desk::Letter);
}

} // namespace domain
