// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "field_text.h"

#include "store/ticket_query.h"

namespace ctl
{

/// What `--where FIELD=VALUE …` means; refuses what no ticket has.
QVector<store::Filter> filtersFrom(
    const QStringList &where, store::Reader &reader, const FieldText &text);

} // namespace ctl
