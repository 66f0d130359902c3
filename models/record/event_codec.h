// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QByteArray>

namespace record
{

/// Numbers of the event types in the record. A number is never given to another meaning.
enum class EventType : quint32 {
    TicketOpened = 1,
    StepTaken = 2,
    RegisterPut = 3,
    RegisterRemoved = 4,
    Looked = 5,
    Erased = 6,
    Settled = 7,
    StockMoved = 8,
};

quint32 typeOf(const domain::Event &event);
/// An event's body: a CBOR array, its items in the order of the event's members.
QByteArray encodeBody(const domain::Event &event);
/// An UnknownEvent for a type or a register that this program doesn't know, with the body as it came; nothing for a
/// known type whose body doesn't fit, or a body that no program would write.
std::optional<domain::Event> decodeBody(quint32 type, const QByteArray &body);

} // namespace record
