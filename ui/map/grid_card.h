// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "widgets/mood.h"

#include <QStandardItemModel>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

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
    struct Ticket {
        domain::Id id;
        QString number;
        QString title;
        widgets::Mood mood = widgets::Mood::Running;
        QString clock; ///< "1 h 35 min left"
    };
    QVector<Ticket> tickets; ///< the most urgent ones first; not all of them
};

/// The chosen grid, beside the map: who answers there and for how much, and what is open. Enter on a ticket opens it.
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
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lay();
    QLabel *addLine();
    void showTickets();
    void activate(const QModelIndex &row);

    GridFacts m_facts;
    QLabel *m_heading = nullptr;
    QLabel *m_chief = nullptr;
    QLabel *m_phone = nullptr;
    QLabel *m_acting = nullptr;
    QLabel *m_rest = nullptr;
    widgets::IconText *m_open = nullptr;
    widgets::IconText *m_late = nullptr;
    widgets::IconText *m_soon = nullptr;
    QStandardItemModel m_tickets;
    QTableView *m_rows = nullptr;
    QLabel *m_nothing = nullptr;
    QPushButton *m_list = nullptr;
    QPushButton *m_call = nullptr;
};

} // namespace ui::map
