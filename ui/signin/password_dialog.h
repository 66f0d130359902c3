// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
class IconText;
} // namespace ui::widgets

namespace ui::signin
{

/// Chooses a password, one's own or somebody else's: typed twice, with advice about a weak one that nobody has to take.
/// Saving runs on another thread; a refusal stands in the dialog.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    PasswordDialog(Desk &desk, const domain::Id &person, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void layOut();
    void advise();
    void save();
    void saved(const store::Verdict &verdict);

    Desk &m_desk;
    const domain::Id m_person;
    QStringList m_names; ///< that shouldn't be the password
    bool m_isSaving = false;
    QLineEdit *m_first;
    QLineEdit *m_again;
    widgets::FormGrid *m_form;
    widgets::IconText *m_advice;
    QPushButton *m_save;
};

} // namespace ui::signin
