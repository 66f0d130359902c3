// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace ui::widgets
{

class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    TimelineModel(const QTimeZone &zone, QObject *parent);

    void setSteps(const QList<TimelineStep> &steps, qint64 now_ms);
    const TimelineStep &at(int row) const { return m_steps.at(row); }
    QString timeOf(int row) const;
    int timeWidth() const { return m_timeWidth; } // of the widest time, in pixels

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QTimeZone m_zone;
    QList<TimelineStep> m_steps;
    qint64 m_now_ms = 0;
    int m_timeWidth = 0;
};

class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TimelineDelegate(const TimelineModel *model, QListView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLine(QPainter *painter, const QStyleOptionViewItem &option, int row) const;
    int wordsAt() const;
    QRect noteArea(int width, const QString &note) const;

    const TimelineModel *m_model;
    QListView *m_view;
};

} // namespace ui::widgets
