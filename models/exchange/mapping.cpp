// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping.h"

#include <algorithm>

namespace exchange
{

const FieldSource *Mapping::find(QStringView field) const
{
    const auto at = std::ranges::find_if(
        fields, [field](const FieldSource &source) { return source.field == field; });
    return at == fields.end() ? nullptr : &*at;
}

} // namespace exchange
