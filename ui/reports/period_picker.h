// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/period.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui::widgets
{
class ChoiceStrip;
}

namespace ui::reports
{

// Which day, week, month, quarter or year. Alt+Left and Alt+Right turn to the one before and the next;
// a change of kind stays at the same place in the calendar. The future can't be chosen.
class PeriodPicker : public QWidget
{
    Q_OBJECT

public:
    explicit PeriodPicker(QDate today, QWidget *parent = nullptr);

    const ::reports::Period &period() const { return m_period; }
    void setPeriod(const ::reports::Period &period);

Q_SIGNALS:
    void periodChanged();

private:
    QToolButton *addTurn(const QString &sign, const QString &words, const QKeySequence &key);
    void chooseKind(const QString &id);
    void showPeriod();

    QDate m_today;
    ::reports::Period m_period;
    widgets::ChoiceStrip *m_kinds;
    QLabel *m_words;
    QToolButton *m_before;
    QToolButton *m_after;
};

} // namespace ui::reports
