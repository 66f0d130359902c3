// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_delegate.h"

#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"
#include "notices/notice_words.h"
#include "widgets/time_words.h"

#include <QPainter>

namespace ui::notices
{

namespace
{

constexpr int height = 12 * look::unit;
constexpr int dot = 2 * look::unit;

} // namespace

NoticeDelegate::NoticeDelegate(
    const items::NoticeList &notices, store::Reader &read, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_notices(notices)
    , m_read(read)
{
}

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, height};
}

void NoticeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const store::NoticeLine &line = m_notices.at(index.row());
    const bool isUnread = m_notices.isUnread(index.row());
    const QPalette &palette = option.palette;
    const QColor muted = look::toneColor(look::Tone::Muted, palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    if (isUnread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(look::toneColor(look::Tone::Accent, palette));
        painter->drawEllipse(
            option.rect.left() + look::gap, option.rect.top() + height / 4 - dot / 2 + 1, dot, dot);
    }
    QRect room = option.rect.adjusted(look::gap + dot + look::gap, 0, -look::margin, 0);
    const QString time = widgets::timeWords(line.at_ms, m_read.now_ms(), m_read.zone());
    QRect upper(room.left(), room.top(), room.width(), height / 2 + look::unit / 2);
    painter->setFont(look::type(look::TypeSize::Small));
    painter->setPen(muted);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, time);
    upper.setRight(upper.right() - painter->fontMetrics().horizontalAdvance(time) - look::gap);
    const QRect lower(room.left(), room.top() + height / 2 - look::unit / 2, room.width(),
        height / 2 - look::unit / 2);
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(
            NoticeWords::detail(line), Qt::ElideRight, lower.width()));
    painter->setFont(look::type(look::TypeSize::Body, isUnread ? QFont::DemiBold : QFont::Normal));
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(
            NoticeWords::heading(line), Qt::ElideRight, upper.width()));
    painter->restore();
}

} // namespace ui::notices
