// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restore_wizard.h"

#include "backups/texts.h"
#include "widgets/form_grid.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace ui::backups
{

using items::RestoreTask;

void RestoreWizard::openFile(const QString &path)
{
    m_path->setText(path);
    goTo(Choose);
    goOn();
}

void RestoreWizard::browse()
{
    auto *dialog = new QFileDialog(this, tr("Backup to restore"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Backups (*.gdbackup *.sqlite)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RestoreWizard::openFile);
    dialog->open();
}

void RestoreWizard::goOn()
{
    if (m_isBusy)
        return;
    m_chooseForm->clearRefusals();
    m_openForm->clearRefusals();
    switch (Step(m_steps->currentIndex())) {
    case Choose:
        if (m_path->text().trimmed().isEmpty())
            return browse();
        setBusy(true);
        return m_task.look(m_path->text().trimmed());
    case Open:
        if (!m_look.isComplete)
            return goTo(Confirm);
        setBusy(true);
        return m_task.readWhole(m_look.file, m_typed->text());
    case Confirm:
        Q_EMIT orderGiven(m_look.file, m_typed->text());
        return QDialog::accept();
    }
}

void RestoreWizard::showLook(const RestoreTask::Look &look)
{
    setBusy(false);
    m_look = look;
    m_company->setText(look.isComplete ? look.header.companyName : tr("known after it is read"));
    m_desk->setText(look.isComplete ? look.header.deskName : tr("this desk"));
    m_made->setText(momentWords(look.header.made_ms));
    m_holds->setText(look.isComplete
            ? tr("everything: %1 entries, attachments, drafts, the desk's key; %2")
                  .arg(look.header.entries)
                  .arg(sizeWords(look.bytes))
            : tr("the database alone, without attachments; %1").arg(sizeWords(look.bytes)));
    m_openForm->setRowVisible(m_typedArea, look.isComplete);
    const QString stranger = strangerWords();
    if (!stranger.isEmpty()) {
        m_chooseForm->showRefusal(m_path, stranger);
        return;
    }
    if (!look.isComplete && m_present.desk.isNull()) {
        m_chooseForm->showRefusal(m_path,
            tr("This file holds the database alone. On a new computer only a complete backup "
               "(.gdbackup) comes back."));
        return;
    }
    m_typed->clear();
    goTo(Open);
}

/// Said before anyone looks for a passphrase.
QString RestoreWizard::strangerWords() const
{
    if (!m_look.isComplete || m_present.desk.isNull())
        return {};
    if (m_look.header.company != m_present.company) {
        return tr("This is a backup of another company: %1. It can't take this desk's place.")
            .arg(m_look.header.companyName);
    }
    if (m_look.header.desk != m_present.desk) {
        return tr("This is a backup of another desk: %1. Restore it there, or in an empty folder "
                  "on a new computer.")
            .arg(m_look.header.deskName);
    }
    return {};
}

QStringList RestoreWizard::consequences() const
{
    const QString made = momentWords(m_look.header.made_ms);
    if (m_present.desk.isNull()) {
        return {tr("This computer becomes the desk \"%1\" of %2, as it was on %3.")
                    .arg(m_look.header.deskName, m_look.header.companyName, made),
            tr("It opens with the passphrase and the recovery code of that day."),
            tr("New tickets get another letter in their numbers, so none is given twice."),
            tr("The desk must not go on working on the old computer too.")};
    }
    return {tr("The window closes the desk, and opens it again as it was on %1.").arg(made),
        tr("What was entered since then is not in the backup. The present database is not "
           "deleted: it is kept in the folder \"backups\"."),
        tr("New tickets get the next letter in their numbers, so none is given twice."),
        tr("Customers who were erased stay erased."),
        tr("Drafts and the way in which the desk opens stay as they are.")};
}

void RestoreWizard::refuse(const domain::Refusal &refusal)
{
    setBusy(false);
    if (m_steps->currentIndex() == Choose)
        return m_chooseForm->showRefusal(m_path, refusal.text());
    m_openForm->showRefusal(m_typedArea,
        store::isLocked(refusal) ? tr("This doesn't open the backup. Type the passphrase that was "
                                      "set on %1, or the recovery code.")
                                       .arg(momentWords(m_look.header.made_ms))
                                 : refusal.text());
    m_typed->setFocus();
    m_typed->selectAll();
}

void RestoreWizard::goTo(Step step)
{
    m_steps->setCurrentIndex(step);
    m_back->setVisible(step != Choose);
    m_next->setText(step == Confirm ? tr("Restore now") : tr("Next"));
    if (step == Choose)
        m_path->setFocus();
    else if (step == Open && m_look.isComplete)
        m_typed->setFocus();
    else
        m_next->setFocus();
    if (step == Confirm)
        m_happens->setText(consequences().join(QStringLiteral("\n\n")));
}

void RestoreWizard::setBusy(bool busy)
{
    m_isBusy = busy;
    m_next->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_progress->setVisible(busy && m_steps->currentIndex() == Open);
    m_progress->setValue(0);
}

} // namespace ui::backups
