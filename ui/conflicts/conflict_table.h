// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/conflict_list_model.h"

#include <QIdentityProxyModel>

namespace ui::conflicts
{

/// The list of conflicts in the words of the counter, open and settled ones told apart by their sign.
class ConflictTable : public QIdentityProxyModel
{
    Q_OBJECT

public:
    ConflictTable(items::ConflictListModel &model, store::Reader &read, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    items::ConflictListModel &m_model;
    store::Reader &m_read;
};

} // namespace ui::conflicts
