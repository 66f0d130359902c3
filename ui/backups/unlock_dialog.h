// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/unlock_task.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::backups
{

// Asks for the passphrase or the recovery code before the desk's window opens. After a wrong one it says what to look at; the
// desk is as it was.
class UnlockDialog : public QDialog
{
    Q_OBJECT

public:
    UnlockDialog(items::UnlockTask &task, const QString &folder, QWidget *parent = nullptr);

    void accept() override;

private:
    void setBusy(bool busy);

    items::UnlockTask &m_task;
    widgets::FormGrid *m_form;
    QLineEdit *m_typed;
    QPushButton *m_open;
};

} // namespace ui::backups
