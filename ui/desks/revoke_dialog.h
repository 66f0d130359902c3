// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/desk_line.h"

#include <QDialog>

class Desk;
class QLineEdit;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::desks
{

// Shuts a desk out, or withdraws an invitation: says first what will happen, and asks why.
class RevokeDialog : public QDialog
{
    Q_OBJECT

public:
    // The desk must outlive it.
    RevokeDialog(Desk &desk, const items::DeskLine &line, QWidget *parent = nullptr);

private:
    QString consequences() const;
    void revoke();

    Desk &m_desk;
    const items::DeskLine m_line;
    widgets::FormGrid *m_form;
    QLineEdit *m_reason;
    QPushButton *m_revoke;
    bool m_isAsking = false;
};

} // namespace ui::desks
