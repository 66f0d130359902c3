// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backup_list.h"

#include <QAbstractTableModel>
#include <QThreadPool>

namespace items
{

/// The backups in the desk's folder, newest first. Says what each is; the words are the window's.
class BackupListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Made, Reason, Content, Size, State };
    static constexpr int columns = 5;
    static constexpr int MeaningRole = Qt::UserRole + 1;

    explicit BackupListModel(const store::DeskFolder &folder, QObject *parent = nullptr);
    ~BackupListModel() override;

    /// Looks into the folder anew, on another thread; renewed() follows.
    void renew();
    const store::KeptBackup &at(int row) const { return m_backups.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// MeaningRole: the moment, the reason, whether it is complete, the bytes, the fault.
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void renewed();

private:
    const store::DeskFolder m_folder;
    QVector<store::KeptBackup> m_backups;
    QThreadPool m_thread;
};

} // namespace items
