// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/passphrase_dialog.h"

#include "backups/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/form_grid.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::backups
{

PassphraseDialog::PassphraseDialog(items::KeyKeeper &keeper, QWidget *parent)
    : QDialog(parent)
    , m_keeper(keeper)
    , m_form(new widgets::FormGrid(this))
    , m_first(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_shown(new QCheckBox(tr("Show what I type"), this))
{
    const bool isFirst = !keeper.has(record::SlotKind::Passphrase);
    setWindowTitle(isFirst ? tr("Set a passphrase") : tr("Change the passphrase"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(windowTitle(), QDialogButtonBox::AcceptRole);
    m_take->setProperty(look::DeskStyle::primaryProperty, true);
    m_form->addRow(tr("New passphrase"), m_first, widgets::FormGrid::Need::Required);
    m_form->addRow(tr("Once more"), m_again, widgets::FormGrid::Need::Required);
    m_form->addRow(QString(), m_shown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(paragraph(
        tr("It is asked when the desk is opened, and opens its backups. A sentence is easier to "
           "remember than a word: at least 8 letters and digits, or 4 Chinese characters."),
        this));
    column->addWidget(m_form);
    column->addWidget(quietParagraph(isFirst
            ? tr("Print a recovery code afterwards, for the day on which it is forgotten.")
            : tr("Backups that were made before open with the passphrase of that time."),
        this));
    column->addStretch();
    column->addWidget(buttons);
    showTyped(false);
    setMinimumWidth(readableWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &PassphraseDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PassphraseDialog::reject);
    connect(m_shown, &QCheckBox::toggled, this, &PassphraseDialog::showTyped);
    connect(&m_keeper, &items::KeyKeeper::busyChanged, this,
        [this](bool busy) { m_take->setEnabled(!busy); });
    connect(&m_keeper, &items::KeyKeeper::changed, this, [this] { QDialog::accept(); });
    connect(&m_keeper, &items::KeyKeeper::failed, this, [this](const domain::Refusal &refusal) {
        m_form->showRefusal(m_first, refusal.text());
        m_first->setFocus();
    });
    m_first->setFocus();
}

void PassphraseDialog::accept()
{
    m_form->clearRefusals();
    if (m_first->text() == m_again->text())
        return m_keeper.setPassphrase(m_first->text());
    m_form->showRefusal(m_again, tr("The two are not the same. Type both again."));
    m_again->setFocus();
    m_again->selectAll();
}

/// Hidden fields take no Chinese from an input method, shown ones do.
void PassphraseDialog::showTyped(bool shown)
{
    for (QLineEdit *edit : {m_first, m_again})
        edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
}

} // namespace ui::backups
