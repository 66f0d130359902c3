// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "store/reader.h"

#include <QHash>

namespace items
{

/// The fields of a register's rows as people read them: words for codes, names for people and grids, days for moments,
/// personal ones opened. Remembers the names that come again and again.
class RowTexts
{
public:
    explicit RowTexts(store::Reader &read)
        : m_read(read)
    {
    }

    QString text(const domain::FieldSpec &spec, const QVariant &value);
    void forget() { m_names.clear(); }

private:
    QString nameOf(const domain::Id &id);

    store::Reader &m_read;
    QHash<domain::Id, QString> m_names;
};

} // namespace items
