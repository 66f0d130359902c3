// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/event.h"

namespace domain
{

namespace
{
struct Subject {
    Id operator()(const TicketOpened &event) const { return event.ticket; }
    Id operator()(const StepTaken &event) const { return event.ticket; }
    Id operator()(const RegisterPut &event) const { return event.row; }
    Id operator()(const RegisterRemoved &event) const { return event.row; }
    Id operator()(const Looked &event) const { return event.customer; }
    Id operator()(const Erased &event) const { return event.customer; }
    Id operator()(const Settled &event) const { return event.subject; }
    Id operator()(const StockMoved &event) const { return event.supply; }
    Id operator()(const UnknownEvent &) const { return {}; }
};
} // namespace

Id subjectOf(const Event &event)
{
    return std::visit(Subject{}, event);
}

} // namespace domain
