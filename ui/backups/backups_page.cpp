// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backups_page.h"

#include "backups/backup_table.h"
#include "backups/key_panel.h"
#include "backups/passphrase_dialog.h"
#include "backups/recovery_dialog.h"
#include "backups/restore_wizard.h"
#include "widgets/banner.h"
#include "widgets/icon_text.h"

#include "domain/registers.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>

namespace ui::backups
{

using domain::Refusal;
using domain::Register;
using record::SlotKind;

namespace
{

QString companyName(Desk &desk)
{
    const auto rows = desk.read().findRows(Register::Company);
    return rows.isEmpty() ? QString() : rows.constFirst().row.values.text(domain::company::Name);
}

QString deskName(Desk &desk)
{
    const auto row = desk.read().findRow(desk.secrets().desk);
    return row ? row->row.values.text(domain::desk::Name) : QString();
}

} // namespace

void BackupsPage::connectKeeper()
{
    connect(&m_keeper, &items::KeyKeeper::changed, this, [this] {
        m_desk.adoptSlots(m_keeper.secrets().keySlots);
        showProtection();
        m_banner->showMessage(widgets::Mood::Done, tr("The desk's key is kept as shown."));
    });
    connect(&m_keeper, &items::KeyKeeper::failed, this, [this](const Refusal &refusal) {
        m_banner->showMessage(widgets::Mood::Late, refusal.text());
    });
    connect(m_keys, &KeyPanel::passphraseAsked, this, &BackupsPage::setPassphrase);
    connect(m_keys, &KeyPanel::codeAsked, this, &BackupsPage::printCode);
    connect(m_keys, &KeyPanel::keyringAsked, &m_keeper, &items::KeyKeeper::setKeyring);
    connect(m_keys, &KeyPanel::openAsked, this, &BackupsPage::leaveOpen);
}

void BackupsPage::connectRun()
{
    connect(m_now, &QPushButton::clicked, this, [this] { backUpNow({}); });
    connect(m_elsewhere, &QPushButton::clicked, this, &BackupsPage::chooseTarget);
    connect(m_restore, &QPushButton::clicked, this, [this] { restore({}); });
    connect(m_table, &BackupTable::restoreAsked, this, &BackupsPage::restore);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_run.cancel(); });
    connect(&m_run, &items::BackupRun::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_run, &items::BackupRun::finished, this, [this](const QString &file) {
        setRunning(false);
        m_list.renew();
        m_banner->showMessage(
            widgets::Mood::Done, tr("Backed up and read back: %1").arg(QFileInfo(file).fileName()));
    });
    connect(&m_run, &items::BackupRun::failed, this, [this](const QString &why) {
        setRunning(false);
        m_banner->showMessage(widgets::Mood::Late, why);
    });
    connect(&m_list, &items::BackupListModel::renewed, this, [this] {
        m_nothing->setVisible(m_list.rowCount() == 0);
        m_table->setVisible(m_list.rowCount() > 0);
    });
}

void BackupsPage::setPassphrase()
{
    auto *dialog = new PassphraseDialog(m_keeper, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void BackupsPage::printCode()
{
    const RecoverySheet sheet{companyName(m_desk), deskName(m_desk), {},
        QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone())};
    auto *dialog = new RecoveryDialog(m_keeper, sheet, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void BackupsPage::leaveOpen()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Leave the desk open"),
        tr("Nobody will be asked when the desk is opened, and whoever can read its folder can read "
           "all customers' data."),
        QMessageBox::Cancel, this);
    box->setInformativeText(tr("Passphrase and recovery code go on to seal the backups."));
    QPushButton *leave = box->addButton(tr("Leave it open"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(leave, &QPushButton::clicked, &m_keeper, &items::KeyKeeper::leaveOpen);
    box->open();
}

void BackupsPage::backUpNow(const QString &file)
{
    m_banner->dismiss();
    setRunning(true);
    m_run.start(
        {m_desk.folder(), m_desk.secrets(), m_desk.read().zone(), m_desk.clock().now_ms(), file});
}

void BackupsPage::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Back up into a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Backups (*.gdbackup)")});
    dialog->setDefaultSuffix(QStringLiteral("gdbackup"));
    connect(dialog, &QFileDialog::fileSelected, this, &BackupsPage::backUpNow);
    dialog->open();
}

void BackupsPage::restore(const QString &file)
{
    const auto rows = m_desk.read().findRows(Register::Company);
    auto *wizard = new RestoreWizard(
        {rows.isEmpty() ? domain::Id() : rows.constFirst().row.id, m_desk.secrets().desk}, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &RestoreWizard::orderGiven, this, &BackupsPage::restoreOrdered);
    wizard->open();
    if (!file.isEmpty())
        wizard->openFile(file);
}

void BackupsPage::showProtection()
{
    const bool seals = m_keeper.sealsBackups();
    m_urging->setContent(seals ? QStringLiteral("done") : QStringLiteral("warning"),
        seals ? tr("Every day, before every update and when asked: everything, sealed, read back.")
              : tr("Not protected, and without attachments: only the database is copied. Set a "
                   "passphrase, and backups are complete and sealed."),
        seals ? look::Tone::Muted : look::Tone::Soon);
    m_elsewhere->setEnabled(seals && !m_run.isRunning());
}

void BackupsPage::setRunning(bool running)
{
    for (QWidget *widget : {m_now, m_elsewhere, m_restore})
        widget->setEnabled(!running);
    m_progress->setValue(0);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    if (!running)
        showProtection();
}

} // namespace ui::backups
