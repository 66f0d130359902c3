// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"

#include <QFileInfo>

#include <optional>

namespace exchange
{

// Why a file that somebody chose can't even be looked into: it isn't there, is a folder, is empty, may not be read.
std::optional<FileRefusal> refuseToOpen(const QFileInfo &file);

} // namespace exchange
