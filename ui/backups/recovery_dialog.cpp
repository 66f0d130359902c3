// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/recovery_dialog.h"

#include "backups/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace ui::backups
{

namespace
{

RecoverySheet withCode(RecoverySheet sheet, const record::RecoveryCode &code)
{
    sheet.code = code.grouped();
    return sheet;
}

} // namespace

RecoveryDialog::RecoveryDialog(
    items::KeyKeeper &keeper, const RecoverySheet &sheet, QWidget *parent)
    : QDialog(parent)
    , m_keeper(keeper)
    , m_code(keeper.drawCode())
    , m_pages(recoveryPages(withCode(sheet, m_code)))
    , m_proof(new QLineEdit(this))
    , m_take(new QPushButton(tr("Take it into use"), this))
    , m_refusal(paragraph(QString(), this))
{
    setWindowTitle(tr("Recovery code"));
    auto *preview = new paper::PreviewWidget(this);
    preview->setPages(m_pages);
    preview->setAccessibleName(tr("The sheet with the code"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(paragraph(keeper.has(record::SlotKind::Recovery)
            ? tr("This is a new code. From the moment it is taken into use, the sheet that was "
                 "printed before opens older backups only.")
            : tr("This code opens the desk and its backups when the passphrase is forgotten. It is "
                 "shown only now: print it, and keep the sheet locked away."),
        this));
    column->addWidget(makeActions());
    column->addWidget(preview, 1);
    column->addWidget(makeProof());
    column->addWidget(m_refusal);
    m_refusal->hide();
    resize(560, 760);
    connect(m_take, &QPushButton::clicked, this, &RecoveryDialog::accept);
    connect(m_proof, &QLineEdit::textChanged, this, [this] { m_take->setEnabled(isProven()); });
    connect(&m_keeper, &items::KeyKeeper::changed, this, [this] { QDialog::accept(); });
    connect(&m_keeper, &items::KeyKeeper::failed, this, [this](const domain::Refusal &refusal) {
        m_refusal->setText(refusal.text());
        m_refusal->show();
    });
}

QWidget *RecoveryDialog::makeActions()
{
    auto *actions = new QWidget(this);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *print = new QPushButton(tr("Print (Ctrl+P)"), actions);
    auto *pdf = new QPushButton(tr("Save as PDF…"), actions);
    for (QPushButton *button : {print, pdf})
        button->setAutoDefault(false);
    connect(print, &QPushButton::clicked, this, [this] { paper::printWithDialog(m_pages, this); });
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, print,
        &QPushButton::click);
    connect(pdf, &QPushButton::clicked, this, [this] {
        paper::savePdfWithDialog(m_pages, windowTitle() + QStringLiteral(".pdf"), this);
    });
    row->addWidget(print);
    row->addWidget(pdf);
    row->addStretch();
    return actions;
}

QWidget *RecoveryDialog::makeProof()
{
    auto *proof = new QWidget(this);
    auto *row = new QHBoxLayout(proof);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *label = new QLabel(tr("The last &five characters, read from the paper"), proof);
    label->setBuddy(m_proof);
    m_proof->setAccessibleName(tr("The last five characters, read from the paper"));
    m_proof->setMaxLength(8);
    m_proof->setFixedWidth(120);
    m_take->setProperty(look::DeskStyle::primaryProperty, true);
    m_take->setEnabled(false);
    m_take->setDefault(true);
    row->addWidget(label);
    row->addWidget(m_proof);
    row->addStretch();
    row->addWidget(m_take);
    return proof;
}

bool RecoveryDialog::isProven() const
{
    // What looks alike counts: the whole code is read by the same rule.
    const QString typed = m_code.characters().chopped(5) + m_proof->text();
    const auto read = record::RecoveryCode::read(typed);
    return read.reading == record::RecoveryCode::Reading::Code
        && read.code.characters() == m_code.characters();
}

void RecoveryDialog::accept()
{
    m_refusal->hide();
    if (isProven())
        m_keeper.takeCode(m_code);
}

} // namespace ui::backups
