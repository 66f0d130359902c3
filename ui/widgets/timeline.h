// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mood.h"

#include <QListView>
#include <QTimeZone>

namespace ui::widgets
{

struct TimelineStep {
    qint64 at_ms = 0; // UTC
    QString who;
    QString what;
    QString note; // several lines if need be
    Mood mood = Mood::Open;
};

class TimelineModel;

// A ticket's service record: when, who, what, one under the other along a line. It can be walked with
// the arrows, and each step is read out as one sentence.
class Timeline : public QListView
{
    Q_OBJECT

public:
    explicit Timeline(const QTimeZone &zone, QWidget *parent = nullptr);

    void setSteps(const QList<TimelineStep> &steps, qint64 now_ms);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TimelineModel *m_model;
};

} // namespace ui::widgets
