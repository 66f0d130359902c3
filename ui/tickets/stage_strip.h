// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"

#include <QWidget>

namespace ui::tickets
{

/// A ticket's way, stage by stage: what is behind it, where it stands, what is still ahead, each told by
/// shape, tone and word.
class StageStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StageStrip(QWidget *parent = nullptr);

    void show(const items::TicketCard &card);
};

} // namespace ui::tickets
