// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"

#include <QWidget>

class QLabel;
class QHBoxLayout;

namespace ui::widgets
{
class StateTag;
}

namespace ui::tickets
{

/// The top of a ticket's page: its number in large type, what it is about, its state, and its clocks.
class TicketHead : public QWidget
{
    Q_OBJECT

public:
    explicit TicketHead(QWidget *parent = nullptr);

    void show(const items::TicketCard &card);
    /// Says anew how much time is left.
    void showClocks(const items::TicketCard &card);

private:
    QLabel *m_number;
    QLabel *m_kind;
    QLabel *m_title;
    widgets::StateTag *m_state;
    QWidget *m_clocks;
};

} // namespace ui::tickets
