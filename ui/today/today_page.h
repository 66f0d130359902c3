// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QPushButton;
class QStackedWidget;

namespace ui::widgets
{
class EmptyPage;
}

namespace ui::today
{

class MeasureSection;
class Section;

/// What waits today: overdue, due soon, to accept, slips that have not come back, visits, my drafts.
/// Each with its number and the first rows; it keeps up with what commits and with the time.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit TodayPage(Desk &desk, QWidget *parent = nullptr);

    /// How many drafts of whoever sits here wait in the intake.
    void setDrafts(int count);
    /// How many shifts were handed over and wait for whoever sits here.
    void setHandovers(int count);

Q_SIGNALS:
    void ticketAsked(const QString &number);
    /// A list of items::queryForScope.
    void listAsked(const QString &scope);
    void draftsAsked();
    void handoverAsked();
    /// A row of the register of improvement measures.
    void measureAsked(const domain::Id &measure);
    /// What is to be accepted or is overdue.
    void waitingChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSections();
    QWidget *makeHandovers();
    void arrange(int columns);
    void find();
    void personChanged();
    void tick();
    void sumUp();

    Desk &m_desk;
    QList<Section *> m_sections;
    QTimer m_minute;
    QStackedWidget *m_stack;
    widgets::EmptyPage *m_nothing;
    QGridLayout *m_grid = nullptr;
    int m_columns = 0;
    QWidget *m_handovers = nullptr;
    QPushButton *m_handover = nullptr;
    QPushButton *m_drafts;
    int m_draftCount = 0;
    MeasureSection *m_measures = nullptr;
};

} // namespace ui::today
