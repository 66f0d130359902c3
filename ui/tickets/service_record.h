// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"
#include "widgets/timeline.h"

namespace ui::tickets
{

/// A ticket's service record at its full height, the newest step first; the page around it scrolls.
class ServiceRecord : public widgets::Timeline
{
    Q_OBJECT

public:
    ServiceRecord(const QTimeZone &zone, QWidget *parent);

    void show(const items::TicketCard &card);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace ui::tickets
