// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_people.h"

class Desk;

namespace app
{

/// Whom the sample company calls by plan: the elderly who live alone each quarter, and a survey among those who were served in the
/// quarter before. Some were called in this round already. Households and their tickets must be on the desk.
void addPlannedVisits(Desk &desk, const SampleCompany &company, const QVector<Household> &people,
    QVector<domain::Command> &commands);

} // namespace app
