// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QVector>

namespace domain
{

/// How the numbers of a desk's tickets begin: its prefix and its epoch's letter. Two administrators who let desks in apart may have
/// given both the same prefix. Then the one with the smaller id keeps it and the other puts two signs of its own behind, as soon as it
/// knows of the first; everybody can see which is which.
QString numberBeginning(const RegisterRow &own, const QVector<RegisterRow> &desks);

} // namespace domain
