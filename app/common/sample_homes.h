// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_people.h"

namespace app
{

/// What stands in the files of the sample company's households beside name and phone: premises with their account and
/// meter numbers, household members, groups and wishes, a firm, and files that were opened twice.
void addHomes(Desk &desk, const SampleCompany &company, const QVector<Household> &people,
    QVector<domain::Command> &commands);

} // namespace app
