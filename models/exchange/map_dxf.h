// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"

#include <QByteArray>

#include <optional>

namespace exchange
{

// Why a text isn't a whole drawing, with the line: pairs of a code and a value, in sections that begin and end, up to EOF. The
// library takes a drawing that breaks off for a whole one and goes around in circles where pairs are out of step, so nothing else gets
// there. What follows EOF is cut off.
std::optional<FileRefusal> findFaultInDrawing(QByteArray &dxf, const QString &fileName);

} // namespace exchange
