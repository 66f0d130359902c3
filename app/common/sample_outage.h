// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_people.h"

class Desk;

namespace app
{

/// What fails at the sample company today: a water main since two hours, with the neighbours who called about it, and a power cut
/// that is planned for tomorrow. The company's grids and households must be on the desk.
void addOutages(Desk &desk, const SampleCompany &company, const QVector<Household> &people,
    QVector<domain::Command> &commands);

} // namespace app
