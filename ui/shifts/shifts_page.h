// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/drafts.h"
#include "items/duty_watch.h"

#include <QTimer>
#include <QWidget>

class Desk;
class QLabel;

namespace ui::widgets
{
class Banner;
}

namespace ui::shifts
{

class DutyLogPanel;
class HandoverPanel;

/// A shift: who is on duty, the log of what came in, and handing over to the next one, signed by both. Ctrl+N types a line of the log,
/// Ctrl+H hands over, Ctrl+T takes over, Ctrl+Enter signs there, Ctrl+P prints.
class ShiftsPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ShiftsPage(Desk &desk, items::Drafts &drafts, QWidget *parent = nullptr);
    ~ShiftsPage() override;

    DutyLogPanel &log() const { return *m_log; }
    HandoverPanel &handover() const { return *m_handover; }
    const items::DutyWatch &duty() const { return m_watch; }
    /// Shows a line of the log or a handover.
    void openRow(domain::Register reg, const domain::Id &row);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpKeys();
    void sitDown();
    void showRights();
    void renewDuty();
    void takeIn(const store::Committed &committed);

    Desk &m_desk;
    items::DutyWatch m_watch;
    QTimer m_minute;
    widgets::Banner *m_banner;
    domain::Id m_person; ///< who sits here
    QLabel *m_duty;
    DutyLogPanel *m_log;
    HandoverPanel *m_handover;
    items::Background m_background;
};

} // namespace ui::shifts
