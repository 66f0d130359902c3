// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_list_model.h"

#include <QIdentityProxyModel>
#include <QTimeZone>

namespace ui::tickets
{

/// The ticket list in words: what the table shows, copies and reads out.
class TicketTableModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    TicketTableModel(items::TicketListModel &list, store::Reader &read, QObject *parent = nullptr);

    items::TicketListModel &list() const { return m_list; }

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant tip(const QModelIndex &index) const;
    QVariant clockIcon(const QModelIndex &index) const;

    items::TicketListModel &m_list;
    store::Reader &m_read;
    const QTimeZone m_zone;
};

} // namespace ui::tickets
