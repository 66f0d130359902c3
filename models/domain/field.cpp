// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/field.h"

#include <QCoreApplication>

namespace domain
{

FieldTable::FieldTable(std::span<const FieldSpec> specs)
    : m_specs(specs)
{
    for (const FieldSpec &spec : specs)
        m_byId[spec.id] = &spec;
}

const FieldSpec *FieldTable::find(quint8 id) const
{
    return m_byId[id];
}

const FieldSpec *FieldTable::find(QStringView key) const
{
    for (const FieldSpec &spec : m_specs) {
        if (key == QLatin1StringView(spec.key))
            return &spec;
    }
    return nullptr;
}

QString labelOf(const FieldSpec &spec)
{
    return QCoreApplication::translate("fields", spec.label);
}

} // namespace domain
