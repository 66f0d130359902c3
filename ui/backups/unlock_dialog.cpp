// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/unlock_dialog.h"

#include "backups/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/form_grid.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::backups
{

UnlockDialog::UnlockDialog(items::UnlockTask &task, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_task(task)
    , m_form(new widgets::FormGrid(this))
    , m_typed(new QLineEdit(this))
{
    setWindowTitle(tr("Open the desk"));
    auto *shown = new QCheckBox(tr("Show what I type"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setProperty(look::DeskStyle::primaryProperty, true);
    m_typed->setEchoMode(QLineEdit::Password);
    m_form->addRow(tr("Passphrase or code"), m_typed);
    m_form->addRow(QString(), shown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(paragraph(
        tr("This desk is protected. Type its passphrase, or the recovery code from its sheet."),
        this));
    column->addWidget(m_form);
    column->addWidget(quietParagraph(tr("Desk: %1").arg(QDir::toNativeSeparators(folder)), this));
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(readableWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &UnlockDialog::reject);
    connect(shown, &QCheckBox::toggled, this,
        [this](bool on) { m_typed->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    connect(&m_task, &items::UnlockTask::opened, this, [this] { QDialog::accept(); });
    connect(&m_task, &items::UnlockTask::failed, this, [this](const domain::Refusal &refusal) {
        setBusy(false);
        m_form->showRefusal(m_typed,
            store::isLocked(refusal) ? tr("This doesn't open the desk.") + u' ' + refusal.advice
                                     : refusal.text());
        m_typed->setFocus();
        m_typed->selectAll();
    });
    m_typed->setFocus();
}

void UnlockDialog::accept()
{
    if (m_typed->text().isEmpty() || !m_open->isEnabled())
        return;
    m_form->clearRefusals();
    setBusy(true);
    m_task.open(m_typed->text());
}

void UnlockDialog::setBusy(bool busy)
{
    m_open->setEnabled(!busy);
    m_open->setText(busy ? tr("Opening …") : tr("Open"));
    m_typed->setReadOnly(busy);
}

} // namespace ui::backups
