// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline.h"

#include "widgets/timeline_model.h"

namespace ui::widgets
{

Timeline::Timeline(const QTimeZone &zone, QWidget *parent)
    : QListView(parent)
    , m_model(new TimelineModel(zone, this))
{
    setModel(m_model);
    setItemDelegate(new TimelineDelegate(m_model, this));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false); // the record lies on the page, not in a box
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setAccessibleName(tr("Service record"));
}

void Timeline::setSteps(const QList<TimelineStep> &steps, qint64 now_ms)
{
    m_model->setSteps(steps, now_ms);
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    // Notes wrap to the width, so the heights of the rows follow it.
    scheduleDelayedItemsLayout();
}

} // namespace ui::widgets
