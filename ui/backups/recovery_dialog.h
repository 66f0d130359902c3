// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backups/recovery_sheet.h"
#include "items/key_keeper.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::backups
{

// Makes a recovery code: shows its sheet to print, and takes it into use only when its last group was typed from the paper, since a
// code that nobody has is worse than none.
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    // `sheet` with everything but the code.
    RecoveryDialog(items::KeyKeeper &keeper, const RecoverySheet &sheet, QWidget *parent = nullptr);

    const paper::Pages &pages() const { return m_pages; }
    void accept() override;

private:
    QWidget *makeActions();
    QWidget *makeProof();
    bool isProven() const;

    items::KeyKeeper &m_keeper;
    const record::RecoveryCode m_code;
    paper::Pages m_pages;
    QLineEdit *m_proof;
    QPushButton *m_take;
    QLabel *m_refusal;
};

} // namespace ui::backups
