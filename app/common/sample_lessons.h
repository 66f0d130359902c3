// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_people.h"

class Desk;

namespace app
{

/// What the sample company does so that its latest complaints aren't made again: a measure that is done and checked, one that is
/// done, one that is open and one that is late. Its tickets must be on the desk.
void addLessons(Desk &desk, const SampleCompany &company, QVector<domain::Command> &commands);

} // namespace app
