// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/group_delegate.h"

#include "domain/words.h"
#include "items/customer_list_model.h"
#include "look/measures.h"
#include "tickets/group_tags.h"
#include "widgets/state_tag.h"

#include <QPainter>

namespace ui::customers
{

using namespace domain;
using items::CustomerListModel;

void GroupDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == CustomerListModel::Groups)
        option->text.clear();
    // Streets begin alike; the house stands at the end.
    if (index.column() == CustomerListModel::Address)
        option->textElideMode = Qt::ElideMiddle;
}

void GroupDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QStringList groups = index.data(CustomerListModel::GroupsRole).toStringList();
    if (index.column() != CustomerListModel::Groups || groups.isEmpty())
        return;
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    const QString more =
        groups.size() > 1 ? QStringLiteral(" +%1").arg(groups.size() - 1) : QString();
    widgets::paintStateTag(painter, option.rect.adjusted(look::unit, 0, 0, 0),
        tickets::groupMood(groups.constFirst()),
        wordFor(List::CustomerGroup, groups.constFirst()) + more, option.palette);
    painter->restore();
}

} // namespace ui::customers
