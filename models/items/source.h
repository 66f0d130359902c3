// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <functional>
#include <memory>

namespace items
{

/// Where item models read from: the window's own reader for what fits into a frame, and a maker of
/// readers for other threads for what may not. The maker gives null when the database can't be opened.
struct Source {
    store::Reader &read;
    std::function<std::unique_ptr<store::Reader>()> newReader;
};

} // namespace items
