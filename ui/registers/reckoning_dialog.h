// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/reckoning.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class IconText;
}

namespace ui::registers
{

/// Open promises that would be due at another time by today's hours and holidays, with the old and the new time. With a reason they are
/// reckoned anew, one by one through the ordinary action; Esc stops what is under way, and closes else.
class ReckoningDialog : public QDialog
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit ReckoningDialog(Desk &desk, QWidget *parent = nullptr);

    const items::ReckoningTable &table() const { return m_table; }
    void reckon();
    void reject() override;

private:
    void setUpTable();
    QWidget *makeBottom();
    void search();
    void showFound();
    void showRunning(bool isRunning);
    void report(const items::BatchRun::Summary &summary);

    Desk &m_desk;
    items::ReckoningTable m_table;
    items::BatchRun m_run;
    store::Identity m_who; ///< in whose name it goes on, whoever sits down meanwhile
    QLabel *m_words;
    QTableView *m_view;
    QProgressBar *m_progress;
    QLineEdit *m_reason;
    widgets::IconText *m_said;
    QPushButton *m_reckon;
};

} // namespace ui::registers
