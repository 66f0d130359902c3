// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/restore_task.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::backups
{

// Bringing a backup back, in three steps: which file, what it holds and its passphrase, what will happen. The file is read to its end
// before the last step; until then nothing is touched, and the restore itself begins only when the window has closed the desk.
class RestoreWizard : public QDialog
{
    Q_OBJECT

public:
    // Which desk is there; nulls where there is none yet.
    struct Present {
        domain::Id company;
        domain::Id desk;
    };

    explicit RestoreWizard(const Present &present, QWidget *parent = nullptr);

    void openFile(const QString &path);

Q_SIGNALS:
    void orderGiven(const QString &file, const QString &typed);

private:
    enum Step { Choose, Open, Confirm };

    QWidget *makeChoose();
    QWidget *makeOpen();
    QWidget *makeConfirm();
    QWidget *makeButtons();
    void browse();
    void goOn();
    void goTo(Step step);
    void showLook(const items::RestoreTask::Look &look);
    QString strangerWords() const;
    QStringList consequences() const;
    void refuse(const domain::Refusal &refusal);
    void setBusy(bool busy);

    const Present m_present;
    items::RestoreTask m_task;
    items::RestoreTask::Look m_look;
    bool m_isBusy = false;

    QStackedWidget *m_steps;
    widgets::FormGrid *m_chooseForm = nullptr;
    widgets::FormGrid *m_openForm = nullptr;
    QLineEdit *m_path;
    QLineEdit *m_typed;
    QWidget *m_typedArea = nullptr;
    QLabel *m_company;
    QLabel *m_desk;
    QLabel *m_made;
    QLabel *m_holds;
    QLabel *m_happens;
    QProgressBar *m_progress;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace ui::backups
