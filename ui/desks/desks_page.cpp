// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/desks_page.h"

#include "desks/desk_panel.h"
#include "desks/invite_dialog.h"
#include "desks/pairing_dialog.h"
#include "desks/revoke_dialog.h"
#include "desks/serving_dialog.h"
#include "desks/waiting_lines.h"
#include "domain/rights.h"
#include "items/gates.h"
#include "widgets/banner.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace ui::desks
{

using namespace domain;
using items::DeskLine;
using widgets::Mood;

DesksPage::~DesksPage()
{
    delete m_open;
}

void DesksPage::connectCheck()
{
    using items::CheckRun;
    connect(m_cancel, &QPushButton::clicked, &m_check, &CheckRun::cancel);
    connect(&m_check, &CheckRun::progressed, this, [this](const QString &step, int thousandths) {
        m_step->setText(step);
        m_progress->setRange(0, thousandths < 0 ? 0 : 1000);
        m_progress->setValue(thousandths);
    });
    connect(&m_check, &CheckRun::sound, this, [this] {
        setChecking(false);
        m_banner->showMessage(Mood::Done,
            tr("The record is sound: %1 entries, each as its desk signed it, and every table says "
               "what they say.")
                .arg(m_desk.read().position()));
    });
    connect(&m_check, &CheckRun::damaged, this, [this](const QString &what, const QString &where) {
        setChecking(false);
        m_banner->showMessage(Mood::Late,
            tr("Damage was found: %1 (%2) Let an administrator restore a backup, on the page "
               "Backups and keys.")
                .arg(what, where));
    });
    connect(&m_check, &CheckRun::cancelled, this, [this] {
        setChecking(false);
        m_banner->showMessage(Mood::Open, tr("The check was broken off. Nothing wrong so far."));
    });
}

void DesksPage::check()
{
    if (m_check.isRunning())
        return;
    m_banner->dismiss();
    setChecking(true);
    m_check.start(m_desk.folder(), m_desk.secrets());
}

void DesksPage::setChecking(bool isChecking)
{
    m_verify->setEnabled(!isChecking);
    m_step->clear();
    m_progress->setRange(0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_progress, m_step, m_cancel})
        widget->setVisible(isChecking);
    if (isChecking)
        m_cancel->setFocus(Qt::OtherFocusReason);
    else if (!focusWidget() || focusWidget() == m_cancel)
        m_table->setFocus(Qt::OtherFocusReason);
}

/// One at a time: a second one would pair over the first.
void DesksPage::open(QDialog *dialog)
{
    m_open = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DesksPage::invite()
{
    if (m_invite->isVisibleTo(this) && !m_open)
        open(new InviteDialog(m_desk, m_serving, this));
}

void DesksPage::pair()
{
    if (m_pair->isVisibleTo(this) && !m_open)
        open(new PairingDialog(m_desk, m_serving, this));
}

void DesksPage::setConnections()
{
    if (m_settings->isVisibleTo(this) && !m_open)
        open(new ServingDialog(m_serving, this));
}

void DesksPage::revoke()
{
    const QModelIndex chosen = m_table->currentIndex();
    if (!m_invite->isVisibleTo(this) || m_open || !chosen.isValid())
        return;
    const DeskLine &line = m_list.at(chosen.row());
    if (line.isHub || line.isOwn || line.standing == items::DeskStanding::Revoked)
        return;
    auto *dialog = new RevokeDialog(m_desk, line, this);
    connect(dialog, &QDialog::accepted, this, [this, name = line.name] {
        m_banner->showMessage(Mood::Done,
            tr("\"%1\" is shut out. The other desks learn of it by themselves.").arg(name));
    });
    open(dialog);
}

/// Buttons are for those who may; who may not sees how things stand.
void DesksPage::renewRights()
{
    const Actor who = m_desk.who();
    const Grants &grants = m_desk.read().grants();
    const bool mayAdmit = mayKeep(Register::Desk, who, grants);
    m_invite->setVisible(mayAdmit);
    m_pair->setVisible(mayAdmit);
    m_panel->setMayRevoke(mayAdmit);
    m_settings->setVisible(mayDo(Right::KeepDesk, who, grants));
}

void DesksPage::renew()
{
    m_waiting->renew();
    const QStringList addresses = m_serving.heardAt();
    m_heardAt->setText(addresses.isEmpty()
            ? tr("Other desks can't call this one; it calls them.")
            : tr("Other desks call this one at %1.").arg(addresses.join(tr(" or "))));
    // By the index: a table that isn't shown yet knows no rows.
    if (!m_table->selectionModel()->hasSelection() && m_list.rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(
            m_words.index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    showChosen();
}

void DesksPage::showChosen()
{
    const QModelIndex chosen = m_table->currentIndex();
    if (chosen.isValid() && chosen.row() < m_list.rowCount())
        m_panel->show(m_list.at(chosen.row()), m_words.moment());
}

QStringList DesksPage::waiting() const
{
    return m_waiting->lines();
}

} // namespace ui::desks
