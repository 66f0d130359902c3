// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui::shell
{

class HitModel;

// Draws a hit: icon, title, detail, and its key at the right edge.
class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    HitDelegate(const HitModel *model, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const HitModel *m_model;
};

} // namespace ui::shell
