// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/hit_delegate.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "shell/hit.h"

#include <QPainter>

namespace ui::shell
{

HitDelegate::HitDelegate(const HitModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, look::rowHeight + 2};
}

void HitDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Hit &hit = m_model->at(index.row());
    const QPalette &palette = option.palette;
    const QColor muted = look::toneColor(look::Tone::Muted, palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    QRect room = option.rect.adjusted(look::margin, 0, -look::margin, 0);
    const QRect place(
        room.left(), room.center().y() - look::smallIcon / 2 + 1, look::smallIcon, look::smallIcon);
    look::paintIcon(painter, place, hit.icon, muted);
    painter->setPen(muted);
    const QString keys = hit.keys.toString(QKeySequence::NativeText);
    if (!keys.isEmpty()) {
        painter->setFont(look::type(look::TypeSize::Small));
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, keys);
        room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(keys) - look::margin);
    }
    room.setLeft(place.right() + 1 + look::gap + look::unit);
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    const QString title = option.fontMetrics.elidedText(hit.title, Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, title);
    room.setLeft(room.left() + option.fontMetrics.horizontalAdvance(title) + look::margin);
    painter->setPen(muted);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(hit.detail, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace ui::shell
