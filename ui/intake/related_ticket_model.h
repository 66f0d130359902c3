// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/caller_answer.h"
#include "widgets/clock_label.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace ui::intake
{

class RelatedTicketModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setTickets(
        const QVector<store::TicketLine> &tickets, qint64 now_ms, const QTimeZone &zone);
    const store::TicketLine &at(int row) const { return m_tickets.at(row); }
    QString where(int row) const;
    /// What is left of its next clock; no words when none runs.
    widgets::ClockWords clock(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// A row as one sentence, for those who listen.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<store::TicketLine> m_tickets;
    qint64 m_now_ms = 0;
    QTimeZone m_zone;
};

class RelatedTicketDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RelatedTicketDelegate(const RelatedTicketModel *model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static int rowHeight(const QFont &font);

private:
    const RelatedTicketModel *m_model;
};

} // namespace ui::intake
