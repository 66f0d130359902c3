// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roster_table.h"

#include <QStyledItemDelegate>

namespace ui::roster
{

/// A cell of the roster as a bar of its kind with what was typed on it: work, duty and standby differ by word and shade, leave by its
/// word, and hours without duty by an icon and colour.
class RosterDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RosterDelegate(const items::RosterTable &table, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    void paintShift(QPainter *painter, const QStyleOptionViewItem &option,
        const items::RosterTable::Cell &cell) const;
    void paintGap(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const;

    const items::RosterTable &m_table;
};

} // namespace ui::roster
