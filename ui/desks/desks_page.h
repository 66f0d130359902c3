// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "desks/desk_table.h"
#include "items/check_run.h"

#include <QPointer>
#include <QWidget>

class QDialog;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ui::widgets
{
class Banner;
}

namespace ui::desks
{

class DeskPanel;
class WaitingLines;

// The page of desks: how each stands with this one, the hub among them, the chosen one beside the list, below what waits. Everybody
// may look, and have the record checked; letting in, shutting out and the connections are for those who may.
class DesksPage : public QWidget
{
    Q_OBJECT

public:
    // All must outlive the page.
    DesksPage(
        Desk &desk, items::Serving &serving, items::DeskListModel &list, QWidget *parent = nullptr);
    ~DesksPage() override;

    DeskTable &table() { return *m_table; }
    QStringList waiting() const;

    void invite();
    void pair();
    void setConnections();
    void check();
    void revoke();

private:
    void layOut();
    QWidget *makeActions();
    QWidget *makeList();
    void setUpKeys();
    void connectCheck();
    void open(QDialog *dialog);
    void renewRights();
    void renew();
    void showChosen();
    void setChecking(bool isChecking);

    Desk &m_desk;
    items::Serving &m_serving;
    items::DeskListModel &m_list;
    DeskListWords m_words;
    items::CheckRun m_check;
    widgets::Banner *m_banner;
    QPushButton *m_invite;
    QPushButton *m_pair;
    QPushButton *m_settings;
    QPushButton *m_verify;
    QProgressBar *m_progress;
    QLabel *m_step;
    QPushButton *m_cancel;
    DeskTable *m_table;
    DeskPanel *m_panel;
    WaitingLines *m_waiting;
    QLabel *m_heardAt;
    QPointer<QDialog> m_open;
};

} // namespace ui::desks
