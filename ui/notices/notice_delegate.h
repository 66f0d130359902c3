// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/notice_list.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace ui::notices
{

/// Draws a notice on two lines: what it is and who did it, with the time at the right; below, the ticket. Unread ones have a dot and
/// heavier type.
class NoticeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    NoticeDelegate(const items::NoticeList &notices, store::Reader &read, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const items::NoticeList &m_notices;
    store::Reader &m_read;
};

} // namespace ui::notices
