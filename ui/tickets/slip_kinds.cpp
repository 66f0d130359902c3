// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/slip_kinds.h"

#include <QCoreApplication>

namespace ui::tickets
{

using namespace domain;

namespace
{

bool isOfKind(const Ticket &ticket, QStringView kind)
{
    return ticket.values.text(field::Kind) == kind;
}

bool always(const Ticket &)
{
    return true;
}

bool hasWork(const Ticket &ticket)
{
    return isOfKind(ticket, u"repair");
}

bool isVisited(const Ticket &ticket)
{
    return isOfKind(ticket, u"repair") || isOfKind(ticket, u"complaint");
}

bool lacksPapers(const Ticket &ticket)
{
    return ticket.values.has(field::MissingPapers);
}

bool wasDeclined(const Ticket &ticket)
{
    return ticket.lastTime_ms(u"decline") != 0;
}

bool isComplaint(const Ticket &ticket)
{
    return isOfKind(ticket, u"complaint");
}

bool wasReminded(const Ticket &ticket)
{
    return ticket.lastTime_ms(u"remind") != 0;
}

bool wasInstructed(const Ticket &ticket)
{
    return ticket.lastTime_ms(u"instruct") != 0;
}

constexpr SlipKind kinds[] = {
    {"receipt", QT_TRANSLATE_NOOP("ui::slips", "Receipt"), always},
    {"order", QT_TRANSLATE_NOOP("ui::slips", "Work order"), hasWork},
    {"visit", QT_TRANSLATE_NOOP("ui::slips", "Return visit"), isVisited},
    {"missing", QT_TRANSLATE_NOOP("ui::slips", "Notice of missing papers"), lacksPapers},
    {"declined", QT_TRANSLATE_NOOP("ui::slips", "Notice of non-acceptance"), wasDeclined},
    {"complaint", QT_TRANSLATE_NOOP("ui::slips", "Complaint file"), isComplaint},
    {"reminder", QT_TRANSLATE_NOOP("ui::slips", "Reminder notice"), wasReminded},
    {"supervised", QT_TRANSLATE_NOOP("ui::slips", "Supervised order"), wasInstructed},
};

} // namespace

QString SlipKind::text() const
{
    return QCoreApplication::translate("ui::slips", title);
}

std::span<const SlipKind> slipKinds()
{
    return kinds;
}

} // namespace ui::tickets
