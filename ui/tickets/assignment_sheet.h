// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/assignment_table.h"
#include "tickets/office.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class IconText;
}

namespace ui::tickets
{

class LoadTable;

/// The chosen tickets with whom each is proposed to and why, before anything is done, and what that makes of everybody's load. Left and
/// right take another candidate, Space leaves a ticket out, Enter goes into the ticket as in the list, Ctrl+Enter assigns, Esc leaves
/// everything as it was. It stands in the list's place. Who decides otherwise than proposed says why.
class AssignmentSheet : public QWidget
{
    Q_OBJECT

public:
    explicit AssignmentSheet(Office &office, QWidget *parent = nullptr);

    void begin(const QVector<qint64> &tickets);
    bool isOpen() const { return m_isOpen; }
    /// Gives up: nothing is done, or nothing more.
    void giveUp();
    void assign();
    items::AssignmentTable &table() { return m_table; }

Q_SIGNALS:
    void opened();
    void closed();
    void finished(const items::BatchRun::Summary &summary);
    /// The line that is looked at.
    void ticketLooked(qint64 ticket);
    void ticketOpened(qint64 ticket);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void setUpLines();
    QWidget *makeBottom();
    void showMade();
    void showSpread();
    void showRunning(bool isRunning);
    void close();
    bool changeLine(int key);

    Office &m_office;
    items::AssignmentTable m_table;
    items::BatchRun m_run;
    store::Identity m_who; ///< for whom the plan was made, and in whose name it is carried out
    bool m_isOpen = false;
    QLabel *m_title;
    QLabel *m_hint;
    QTableView *m_lines;
    LoadTable *m_loads;
    QLabel *m_spread;
    QWidget *m_reasonRow;
    QLineEdit *m_reason;
    widgets::IconText *m_refusal;
    QProgressBar *m_progress;
    QPushButton *m_assign;
};

} // namespace ui::tickets
