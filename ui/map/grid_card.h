// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/card_list.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace ui::widgets
{
class IconText;
}

namespace ui::map
{

/// What is said of one grid, ready to be read.
struct GridFacts {
    domain::Id id;
    QString code;
    QString name;
    QString chief;
    QString phone;
    QString acting; ///< who stands in for the chief, until when; empty: nobody
    QString team;
    QString households; ///< with their unit
    int open = 0;
    int late = 0;
    int soon = 0;
    QVector<CardLine> tickets; ///< the most urgent ones first; not all of them
    QVector<CardLine> tasks; ///< of its work plan, not done yet; the first due first
    QString day =
        {}; ///< gone by, as which the grid is shown: lists are of today alone; empty: today
};

/// The chosen grid, beside the map: who answers there and for how much, and what is open. what its work
/// plan wants. Enter on a line opens it.
class GridCard : public QWidget
{
    Q_OBJECT

public:
    explicit GridCard(QWidget *parent = nullptr);

    void show(const GridFacts &facts);
    const GridFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void listAsked(const domain::Id &grid);
    void callAsked(const domain::Id &grid);
    void ticketActivated(const domain::Id &ticket);
    void taskActivated(const domain::Id &task);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void lay();
    QLabel *addLine();

    GridFacts m_facts;
    QLabel *m_heading = nullptr;
    QLabel *m_chief = nullptr;
    QLabel *m_phone = nullptr;
    QLabel *m_acting = nullptr;
    QLabel *m_rest = nullptr;
    widgets::IconText *m_open = nullptr;
    widgets::IconText *m_late = nullptr;
    widgets::IconText *m_soon = nullptr;
    CardList *m_tickets = nullptr;
    QLabel *m_nothing = nullptr;
    QLabel *m_plan = nullptr;
    CardList *m_tasks = nullptr;
    QPushButton *m_list = nullptr;
    QPushButton *m_call = nullptr;
};

} // namespace ui::map
