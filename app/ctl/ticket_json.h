// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "field_text.h"

#include <QJsonArray>

namespace ctl
{

/// A ticket whole: state, fields, clocks, people, service record, conflicts.
QJsonObject ticketJson(const domain::Ticket &ticket, store::Reader &reader, const FieldText &text);
/// The same without what leads to the person: the contact and the private notes.
QJsonObject coveredTicket(QJsonObject ticket);
/// What it promises now: {clock: time} of the clocks that run.
QJsonObject dueJson(const domain::Ticket &ticket, const FieldText &text);
/// One ticket of a list; what isn't filled in is left out.
QJsonObject lineJson(const store::TicketLine &line, const FieldText &text, store::Reader &reader);

} // namespace ctl
