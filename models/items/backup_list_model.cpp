// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/backup_list_model.h"

#include <QtConcurrent>

namespace items
{

using store::KeptBackup;

BackupListModel::BackupListModel(const store::DeskFolder &folder, QObject *parent)
    : QAbstractTableModel(parent)
    , m_folder(folder)
{
    m_thread.setMaxThreadCount(1);
}

BackupListModel::~BackupListModel()
{
    m_thread.waitForDone();
}

void BackupListModel::renew()
{
    QtConcurrent::run(&m_thread, store::findBackups, m_folder)
        .then(this, [this](const QVector<KeptBackup> &found) {
            beginResetModel();
            m_backups = found;
            endResetModel();
            Q_EMIT renewed();
        });
}

int BackupListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_backups.size());
}

int BackupListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant BackupListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != MeaningRole)
        return {};
    const KeptBackup &backup = at(index.row());
    switch (index.column()) {
    case Made:
        return backup.made_ms;
    case Reason:
        return int(backup.reason);
    case Content:
        return backup.isComplete;
    case Size:
        return backup.bytes;
    case State:
        return backup.fault;
    default:
        return {};
    }
}

} // namespace items
