// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"

#include <QWidget>

class QLabel;

namespace ui::tickets
{
class ServiceRecord;
}

namespace ui::visits
{

/// Whom to call and about what: name and number in large type, the matter, what was done, and the
/// service record with the calls of before.
class VisitCard : public QWidget
{
    Q_OBJECT

public:
    explicit VisitCard(const QTimeZone &zone, QWidget *parent = nullptr);

    void show(const items::TicketCard &card);

private:
    QLabel *addLine();

    QLabel *m_who;
    QLabel *m_phone;
    QLabel *m_matter;
    QLabel *m_said;
    QLabel *m_done;
    QLabel *m_before;
    tickets::ServiceRecord *m_record;
};

} // namespace ui::visits
