// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desks/invitation_sheet.h"
#include "items/serving.h"

#include <QDialog>

class Desk;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui::desks
{

class DeskForm;

// Invites a computer to become a desk: what it is called and what it sees, then the code, large, to be typed there within ten
// minutes. It says so when the new desk has joined.
class InviteDialog : public QDialog
{
    Q_OBJECT

public:
    // Both must outlive it.
    InviteDialog(Desk &desk, items::Serving &serving, QWidget *parent = nullptr);

    const InvitationSheet &sheet() const { return m_sheet; } // empty until there is a code

private:
    QWidget *makeForm();
    QWidget *makeCode();
    QWidget *makeCodeActions(QWidget *parent);
    void invite();
    void invited(const items::Invitation &invitation);
    void lookWhetherJoined();

    Desk &m_desk;
    items::Serving &m_serving;
    InvitationSheet m_sheet;
    domain::Id m_invited;
    bool m_isAsking = false;
    QStackedWidget *m_stack;
    DeskForm *m_form = nullptr;
    QPushButton *m_make = nullptr;
    QPushButton *m_copy = nullptr;
    QLabel *m_code = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_joined = nullptr;
};

} // namespace ui::desks
