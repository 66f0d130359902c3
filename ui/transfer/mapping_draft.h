// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/mapping.h"
#include "exchange/mapping_targets.h"

namespace ui::transfer
{

/// The mapping as it stands on the page: guessed from the headers or read from a file, and then mended
/// column by column.
class MappingDraft
{
public:
    MappingDraft()
        : m_targets(exchange::Targets::ofTickets())
    {
    }
    MappingDraft(exchange::Targets targets, exchange::Mapping mapping);

    const exchange::Targets &targets() const { return m_targets; }
    const exchange::Mapping &mapping() const { return m_mapping; }

    /// The key of the field that a column feeds; empty for none.
    QString fieldOf(const QString &column) const;
    /// A field is fed by one column here: whichever fed it before feeds nothing. An empty key feeds nothing.
    void setField(const QString &column, const QString &field);

    /// What a cell of the column stands for; empty where the mapping says nothing of it.
    QString valueOf(const QString &column, const QString &cell) const;
    void setValue(const QString &column, const QString &cell, const QString &value);
    /// The closed list that a column's cells are words of: its codes and words; empty for any other column.
    QVector<std::pair<QString, QString>> codesFor(const QString &column) const;

    /// The fields that a row of this kind can't do without and no column feeds, by their labels.
    QStringList missing() const;

private:
    /// Where the column's source stands among the mapping's fields; their number when it has none.
    size_t placeOf(const QString &column) const;

    exchange::Targets m_targets;
    exchange::Mapping m_mapping;
};

} // namespace ui::transfer
