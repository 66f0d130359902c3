// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_matters.h"

namespace app
{

/// The repairs among the sample's matters, each in its file; sampleMatters() joins them.
std::vector<Matter> sampleRepairs();

/// Complaints, enquiries, applications, suggestions and praise.
std::vector<Matter> sampleRequests();

} // namespace app
