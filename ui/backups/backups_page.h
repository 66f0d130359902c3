// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "items/backup_list_model.h"
#include "items/backup_run.h"
#include "items/key_keeper.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui::widgets
{
class Banner;
class IconText;
} // namespace ui::widgets

namespace ui::backups
{

class BackupTable;
class KeyPanel;

// The administrator's page: how the desk's key is kept above, its backups below. What takes time runs beside the page, and what was
// done or refused stands at its top.
class BackupsPage : public QWidget
{
    Q_OBJECT

public:
    // `keyring` may be null; both must outlive the page.
    BackupsPage(Desk &desk, store::Keyring *keyring, const record::Stretching &stretching = {},
        QWidget *parent = nullptr);

    items::KeyKeeper &keeper() { return m_keeper; }
    items::BackupListModel &list() { return m_list; }
    // Looks for backups that were made elsewhere in the window.
    void renew() { m_list.renew(); }

Q_SIGNALS:
    // The person went through the wizard: close the desk and restore.
    void restoreOrdered(const QString &file, const QString &typed);

private:
    QWidget *makeKeyArea();
    QWidget *makeBackupArea();
    QWidget *makeActions();
    void connectKeeper();
    void connectRun();
    void setPassphrase();
    void printCode();
    void leaveOpen();
    void backUpNow(const QString &file);
    void chooseTarget();
    void restore(const QString &file);
    void showProtection();
    void setRunning(bool running);

    Desk &m_desk;
    items::KeyKeeper m_keeper;
    items::BackupListModel m_list;
    items::BackupRun m_run;

    widgets::Banner *m_banner;
    KeyPanel *m_keys;
    BackupTable *m_table;
    widgets::IconText *m_urging;
    QLabel *m_nothing;
    QPushButton *m_now;
    QPushButton *m_elsewhere;
    QPushButton *m_restore;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
};

} // namespace ui::backups
