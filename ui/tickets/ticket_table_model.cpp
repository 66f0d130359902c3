// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_table_model.h"

#include "desk.h"
#include "look/icons.h"
#include "tickets/ticket_words.h"
#include "widgets/clock_label.h"
#include "widgets/time_words.h"

namespace ui::tickets
{

using items::TicketListModel;

TicketTableModel::TicketTableModel(TicketListModel &list, store::Reader &read, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_list(list)
    , m_read(read)
    , m_zone(read.zone())
{
    setSourceModel(&list);
}

QVariant TicketTableModel::data(const QModelIndex &index, int role) const
{
    const QVariant meaning = QIdentityProxyModel::data(index, role);
    switch (role) {
    case Qt::DisplayRole:
        return cellWords(index.column(), meaning, m_read.now_ms(), m_zone);
    case Qt::ToolTipRole:
        return tip(index);
    case Qt::DecorationRole:
        return index.column() == TicketListModel::Due ? clockIcon(index) : QVariant();
    default:
        return meaning;
    }
}

QVariant TicketTableModel::tip(const QModelIndex &index) const
{
    const QVariant meaning = QIdentityProxyModel::data(index, Qt::DisplayRole);
    switch (index.column()) {
    case TicketListModel::Due:
    case TicketListModel::Happened:
    case TicketListModel::Closed:
        return meaning.toLongLong() ? widgets::exactTime(meaning.toLongLong(), m_zone) : QVariant();
    case TicketListModel::Grid:
        return index.data(TicketListModel::GridNameRole);
    case TicketListModel::Title:
    case TicketListModel::Address:
        return meaning;
    default:
        return {};
    }
}

QVariant TicketTableModel::clockIcon(const QModelIndex &index) const
{
    const qint64 due_ms = index.data(TicketListModel::DueRole).toLongLong();
    if (due_ms == 0)
        return {};
    const widgets::Mood mood = widgets::clockWords(due_ms, m_read.now_ms(), items::soon_ms).mood;
    if (mood == widgets::Mood::Running)
        return look::icon(QStringLiteral("clock"), look::Tone::Muted);
    return look::icon(widgets::moodIcon(mood), widgets::moodTone(mood));
}

QVariant TicketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return columnTitle(section);
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace ui::tickets
