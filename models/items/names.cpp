// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/names.h"

#include "domain/registers.h"

namespace items
{

const Names::Entry &Names::entry(qint64 number) const
{
    auto at = m_entries.find(number);
    if (at == m_entries.end()) {
        Entry entry;
        if (const auto found = number ? m_read.findRow(number) : std::nullopt) {
            const domain::RegisterSpec &spec = domain::registerSpec(found->row.reg);
            entry = {found->row.values.text(spec.code), found->row.values.text(spec.name)};
        }
        at = m_entries.insert(number, entry);
    }
    return *at;
}

bool Names::forget(const store::Committed &committed)
{
    bool any = false;
    for (const store::Touched &touched : committed.touched) {
        if (touched.what == store::Touched::Row)
            any |= m_entries.remove(touched.number);
    }
    return any;
}

} // namespace items
