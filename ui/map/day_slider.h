// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace ui::map
{

/// Which day the map shows, today at the right end. Arrows go by a day, Page Up and Page Down by a week, Home and End to the first day and to
/// today. The day is told when the hand rests for a moment, so that dragging over a year doesn't ask for each of its days.
class DaySlider : public QWidget
{
    Q_OBJECT

public:
    explicit DaySlider(QWidget *parent = nullptr);

    void setDays(QDate first,
        QDate today); ///< the chosen day stays, where it is between them; today follows
    QDate day() const;
    void setDay(QDate day); ///< without a signal
    bool isToday() const { return day() == m_today; }

Q_SIGNALS:
    void dayChosen(QDate day);

private:
    void sayDay();

    QDate m_first;
    QDate m_today;
    QDate m_told;
    QLabel *m_from;
    QSlider *m_slider;
    QLabel *m_words;
    QToolButton *m_backToToday;
    QTimer m_rest;
};

} // namespace ui::map
