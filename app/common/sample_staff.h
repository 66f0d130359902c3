// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app
{

/// One of the sample company's people, all invented.
struct SamplePerson {
    const char *login;
    const char16_t *name;
    const char *role;
    int grid = 0; ///< number of the grid, from 1; 0 for none
    const char *line = ""; ///< the service line of the team
    const char16_t *skills = u"";
};

std::span<const SamplePerson> samplePeople();

struct SampleArea {
    const char16_t *code;
    const char16_t *street;
    const char16_t *community;
    int households;
};

std::span<const SampleArea> sampleAreas();

} // namespace app
