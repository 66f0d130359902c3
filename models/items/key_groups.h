// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace items
{

/// Who needs more than others: told first, called first, looked after first. Whoever depends on power for a machine stands in front.
inline constexpr const char *keyGroups[] = {
    "medical_power", "key_user", "elderly_alone", "disabled", "infant"};

} // namespace items
