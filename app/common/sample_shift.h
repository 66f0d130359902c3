// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_people.h"

namespace app
{

/// Who of the service desk is on duty around today, and what the night's log says.
void addShifts(Desk &desk, const SampleCompany &company, QVector<domain::Command> &commands);

} // namespace app
