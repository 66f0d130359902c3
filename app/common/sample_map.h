// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_people.h"

namespace app
{

/// The map of the sample company: ten grids side by side in two rows along a river that nobody will find, with crooked borders that are shared to
/// the last digit.
domain::DrawGrids sampleMap(const SampleCompany &company);

/// Where a household lives: somewhere within its grid, the same place for the same address.
domain::GeoPoint doorOf(const Household &household);

} // namespace app
