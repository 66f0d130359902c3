// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/state_delegate.h"

#include "items/shift_record.h"
#include "look/measures.h"
#include "widgets/state_tag.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace ui::shifts
{

StateDelegate::StateDelegate(int column, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_column(column)
{
}

void StateDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != m_column || !index.data(items::WaitsRole).toBool())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem bare = option;
    initStyleOption(&bare, index);
    bare.text.clear();
    bare.widget->style()->drawControl(QStyle::CE_ItemViewItem, &bare, painter, bare.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    widgets::paintStateTag(painter, option.rect.adjusted(look::unit, 0, 0, 0),
        widgets::Mood::Waiting, index.data().toString(), option.palette);
    painter->restore();
}

} // namespace ui::shifts
