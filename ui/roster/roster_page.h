// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roster_table.h"
#include "tickets/office.h"

#include <QWidget>

class Desk;
class QLabel;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class Banner;
}

namespace ui::roster
{

class ActingStrip;

/// The week's roster: people by days. What is typed into a cell is its shift, Delete clears it, Ctrl+D takes over the cell above,
/// Ctrl+Shift+D the whole week to the next one. Hours without anybody on duty stand in the last line and say so. Below the week stands
/// whose chief is away; Ctrl+G names who acts.
class RosterPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit RosterPage(Desk &desk, QWidget *parent = nullptr);
    ~RosterPage() override;

    const items::RosterTable &table() const { return m_table; }
    void copyDown();
    void copyWeek();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTop();
    void makeView();
    void setUpKeys();
    void showRights();
    void showRenewed();
    void turn(int weeks);
    void clearCells();
    void type(const domain::Id &person, QDate day, const QString &code);
    domain::Command commandFor(const domain::Id &person, QDate day, const QString &code) const;
    void submit(const QVector<domain::Command> &commands, const std::function<void()> &then = {});

    void fitRows();

    Desk &m_desk;
    tickets::Office m_office;
    items::RosterTable m_table;
    widgets::Banner *m_banner;
    QLabel *m_week;
    QLabel *m_shifts;
    QTableView *m_view;
    ActingStrip *m_acting;
    QList<QPushButton *> m_edits; ///< for those who plan
    bool m_mayPlan = false;
};

} // namespace ui::roster
