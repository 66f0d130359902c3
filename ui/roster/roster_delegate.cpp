// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/roster_delegate.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"

#include <QPainter>

namespace ui::roster
{

using items::RosterTable;

namespace
{

constexpr int faint = 36, strong = 72; ///< of 255
constexpr int iconSize = 14;

look::Tone toneOf(const domain::ShiftHours *shift, const RosterTable::Cell &cell)
{
    if (!cell.leave.isEmpty() || !shift)
        return look::Tone::Muted;
    return shift->isDuty() ? look::Tone::Soon : look::Tone::Accent;
}

} // namespace

RosterDelegate::RosterDelegate(const RosterTable &table, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_table(table)
{
}

void RosterDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int day = index.column() - RosterTable::FirstDay;
    const bool isGap = index.row() == m_table.lines().size();
    if (day < 0 && !isGap)
        return QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    if (isGap)
        paintGap(painter, option, index.data().toString());
    else
        paintShift(painter, option, m_table.lines().at(index.row()).cells.at(day));
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    if (!isGap)
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
    painter->restore();
}

void RosterDelegate::paintShift(
    QPainter *painter, const QStyleOptionViewItem &option, const RosterTable::Cell &cell) const
{
    if (cell.code.isEmpty() && cell.leave.isEmpty())
        return;
    const domain::ShiftHours *shift = m_table.shift(cell.code);
    if (cell.leave.isEmpty() && shift && !shift->isWorked())
        return;
    QColor bar = look::toneColor(toneOf(shift, cell), option.palette);
    bar.setAlpha(shift && shift->isDuty() && cell.leave.isEmpty() ? strong : faint);
    painter->setPen(Qt::NoPen);
    painter->setBrush(bar);
    painter->drawRoundedRect(
        option.rect.adjusted(look::unit / 2, look::unit, -look::unit / 2, -look::unit),
        look::unit / 2, look::unit / 2);
}

void RosterDelegate::paintGap(
    QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const
{
    const bool isHead = text.isEmpty() || option.rect.width() > 200;
    painter->setFont(look::type(look::TypeSize::Small));
    painter->setPen(
        look::toneColor(text.isEmpty() ? look::Tone::Done : look::Tone::Late, option.palette));
    QRect room = option.rect.adjusted(look::unit, 0, -look::unit, 0);
    if (!isHead) {
        const QPixmap late = look::icon(QStringLiteral("late")).pixmap(iconSize, iconSize);
        painter->drawPixmap(room.left(), room.center().y() - iconSize / 2, late);
        room.setLeft(room.left() + iconSize + look::unit);
    }
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace ui::roster
