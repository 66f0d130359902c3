// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/service_record.h"

#include "tickets/ticket_words.h"

#include <QResizeEvent>

namespace ui::tickets
{

ServiceRecord::ServiceRecord(const QTimeZone &zone, QWidget *parent)
    : Timeline(zone, parent)
{
    setAccessibleName(tr("Service record"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
}

void ServiceRecord::show(const items::TicketCard &card)
{
    setSteps(recordOf(card), card.now_ms());
    fit();
}

void ServiceRecord::resizeEvent(QResizeEvent *event)
{
    Timeline::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void ServiceRecord::fit()
{
    int height = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += sizeHintForRow(row);
    setFixedHeight(height + 2 * frameWidth());
}

} // namespace ui::tickets
