// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_delegate.h"

#include "items/ticket_list_model.h"
#include "look/measures.h"
#include "tickets/ticket_words.h"
#include "widgets/state_tag.h"

#include <QApplication>
#include <QPainter>

namespace ui::tickets
{

using items::TicketListModel;

void TicketDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == TicketListModel::Due
        && index.data(TicketListModel::IsLateRole).toBool()) {
        const QColor late = look::toneColor(look::Tone::Late, option->palette);
        option->palette.setColor(QPalette::Text, late);
        option->palette.setColor(QPalette::HighlightedText, late);
    }
    if (index.column() == TicketListModel::State)
        option->text.clear();
    // Streets begin alike; the house stands at the end.
    if (index.column() == TicketListModel::Address)
        option->textElideMode = Qt::ElideMiddle;
}

void TicketDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() != TicketListModel::State)
        return;
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    widgets::paintStateTag(painter, option.rect.adjusted(look::unit, 0, 0, 0),
        stateMood(index.data(TicketListModel::StateRole).toString()), index.data().toString(),
        option.palette);
    painter->restore();
}

} // namespace ui::tickets
