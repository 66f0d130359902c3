// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/pair_delegate.h"

#include "items/duplicate_model.h"
#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"

#include <QPainter>

namespace ui::customers
{

using items::DuplicateModel;

void PairDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text.clear();
}

QSize PairDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * option.fontMetrics.lineSpacing() + look::gap};
}

void PairDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString likely = index.data(DuplicateModel::LikelihoodRole).toString();
    const QString why = index.data(DuplicateModel::ReasonRole).toString();
    const QRect room = option.rect.adjusted(look::gap, look::unit, -look::gap, -look::unit);
    const int line = option.fontMetrics.lineSpacing();
    const auto put = [&](int row, const QString &text, const QColor &color) {
        painter->setPen(color);
        painter->drawText(QRect(room.left(), room.top() + row * line, room.width(), line),
            Qt::AlignVCenter | Qt::AlignLeft,
            option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    };
    painter->save();
    painter->setFont(option.font);
    put(0, index.data().toString(), option.palette.color(QPalette::Text));
    put(1, QStringLiteral("%1: %2").arg(likely, why),
        look::toneColor(look::Tone::Muted, option.palette));
    painter->restore();
}

} // namespace ui::customers
