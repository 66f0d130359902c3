// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/key_user_table.h"

#include <QDialog>

class Desk;
class QLabel;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class IconText;
}

namespace ui::outages
{

/// Calls those who depend on what is shut off: Enter opens the number of the line and puts the call on record, Ctrl+Enter says that
/// all of them were told. It closes when somebody else sits down.
class KeyUsersDialog : public QDialog
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    KeyUsersDialog(Desk &desk, const items::OutageLine &outage, QWidget *parent = nullptr);

    items::KeyUserTable &table() { return m_table; }
    void callCurrent();
    void sayTold();

Q_SIGNALS:
    void allTold();

private:
    void layOut(const items::OutageLine &outage);
    void setUpTable();
    void showCount();

    items::KeyUserTable m_table;
    bool m_isAsked = false; ///< some weren't called, and the key was pressed once
    QTableView *m_view;
    QLabel *m_count;
    widgets::IconText *m_said;
    QPushButton *m_told;
};

} // namespace ui::outages
