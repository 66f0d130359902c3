// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui::shifts
{

/// A list in which one column says what waits (items::WaitsRole): by a tag with its word where it does, by plain words where it
/// doesn't.
class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    StateDelegate(int column, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    const int m_column;
};

} // namespace ui::shifts
