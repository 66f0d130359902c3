// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/emergency.h"

#include <QWidget>

class Desk;
class QLabel;
class QPushButton;

namespace ui::tickets
{

/// Beside an emergency: who is on duty for it, and whom it may affect, those who depend on the service first. Ctrl+Shift+Y shows who
/// they are, Ctrl+Shift+O makes an outage of it. Of any other matter it takes no room.
class EmergencyCard : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit EmergencyCard(Desk &desk, QWidget *parent = nullptr);

    void showTicket(const domain::Ticket &ticket);
    void clear();
    /// What it says; for whoever reads it aloud, and for tests.
    QString words() const;

Q_SIGNALS:
    void outageAsked(const domain::Id &ticket);

private:
    QLabel *addLine();
    void ask();
    void show(const items::EmergencyHelp &help);
    void showRights();
    bool mayKeep(domain::Register reg) const;
    void showPeople();

    Desk &m_desk;
    domain::Id m_ticket;
    items::EmergencyHelp m_help;
    QLabel *m_duty;
    QLabel *m_affected;
    QLabel *m_people;
    QPushButton *m_who;
    QPushButton *m_outage;
    items::Background m_background;
};

} // namespace ui::tickets
