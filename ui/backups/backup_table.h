// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/backup_list_model.h"

#include <QIdentityProxyModel>
#include <QTableView>

namespace ui::backups
{

// The list of backups in words.
class BackupWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(int column, const QVariant &meaning) const;
};

// The table of them, newest first; Enter on one asks to restore it.
class BackupTable : public QTableView
{
    Q_OBJECT

public:
    explicit BackupTable(items::BackupListModel &list, QWidget *parent = nullptr);

Q_SIGNALS:
    void restoreAsked(const QString &file);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask(const QModelIndex &at);

    items::BackupListModel &m_list;
    BackupWords m_words;
};

} // namespace ui::backups
