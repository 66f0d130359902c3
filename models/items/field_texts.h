// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/row_texts.h"

namespace items
{

/// A field's value as a list of changes shows it, whether it is a ticket's or a row's: words for codes, names for people and
/// grids. Numbers that lead to a person are covered here, as in every list; what was sealed for others says so.
class FieldTexts
{
public:
    explicit FieldTexts(store::Reader &read)
        : m_read(read)
        , m_rows(read)
    {
    }

    QString text(const domain::FieldSpec &spec, const QVariant &value);
    void forget() { m_rows.forget(); }

private:
    QString personal(const domain::FieldSpec &spec, const QVariant &value);

    store::Reader &m_read;
    RowTexts m_rows;
};

} // namespace items
