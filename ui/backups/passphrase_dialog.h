// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/key_keeper.h"

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

// Sets or changes the passphrase: typed twice, since nobody sees it. Stays open until it was taken, and says beside the field
// why it wasn't.
class PassphraseDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PassphraseDialog(items::KeyKeeper &keeper, QWidget *parent = nullptr);

    void accept() override;

private:
    void showTyped(bool shown);

    items::KeyKeeper &m_keeper;
    widgets::FormGrid *m_form;
    QLineEdit *m_first;
    QLineEdit *m_again;
    QCheckBox *m_shown;
    QPushButton *m_take;
};

} // namespace ui::backups
