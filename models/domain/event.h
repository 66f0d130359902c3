// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "domain/ticket.h"

#include <variant>

namespace domain
{

/// Events: what happened, one fact about one thing. They carry what was decided (the state, the due
/// times, the number), so that folding them needs no rule that may change and no clock.

/// A clock begins. One of that name that hasn't been stopped goes on instead, with this as its due time: after a pause, an
/// extension, a promise to the caller.
struct ClockStart {
    QString clock;
    qint64 due_ms = 0;
    ClockBasis basis;
    bool operator==(const ClockStart &) const = default;
};

/// A matter was taken in.
struct TicketOpened {
    Id ticket;
    QString workflow;
    QString state;
    Id by;
    qint64 at_ms = 0;
    Values values;
    QVector<ClockStart> starts;
    bool operator==(const TicketOpened &) const = default;
};

/// A step of its workflow was done.
struct StepTaken {
    Id ticket;
    QString action;
    QString to;
    int round = 1; ///< the round that the ticket is in afterwards
    Id by;
    qint64 at_ms = 0;
    Values values;
    QVector<ClockStart> starts;
    QStringList stops;
    QStringList pauses;
    bool operator==(const StepTaken &) const = default;
};

/// A row of a register got these values; fields that are not named keep theirs, an empty value clears.
struct RegisterPut {
    Id row;
    Register reg = Register::Company;
    Values values;
    QVector<quint8> cleared;
    bool operator==(const RegisterPut &) const = default;
};

struct RegisterRemoved {
    Id row;
    Register reg = Register::Company;
    bool operator==(const RegisterRemoved &) const = default;
};

/// Somebody looked at a customer's personal data. It changes nothing; it is there to be asked about.
struct Looked {
    Id customer;
    Id ticket; ///< for the sake of which; null: of none
    QString purpose; ///< a code of the list of purposes
    QString reason; ///< in the person's words, where the purpose wants one
    bool operator==(const Looked &) const = default;
};

/// A customer's data were erased: every desk that folds this destroys the key, and what was sealed with it can't be
/// read any more, wherever it lies. It stands against whatever else says something about that customer.
struct Erased {
    Id erasure; ///< the row of its asking and approval
    Id customer;
    bool operator==(const Erased &) const = default;
};

/// People settled a conflict: what stands now is what holds. Where it shouldn't, another event has said so before.
struct Settled {
    Id conflict;
    Id subject; ///< what the conflict is about
    QString remark; ///< how, in the person's words
    bool operator==(const Settled &) const = default;
};

/// So much of a supply came in, went out, or was found more or less than the books said. It is a fact that counts wherever
/// it stands in the order, so that desks which draw on the same stock without knowing of each other lose nothing.
struct StockMoved {
    Id supply;
    QString kind; ///< a code of the list of moves (stock.h)
    qint64 quantity = 0; ///< thousandths of the unit; less than nothing: it went out
    Id ticket; ///< for which it was; null: for none
    QString note;
    bool operator==(const StockMoved &) const = default;
};

/// An event of a type that this program doesn't know: kept as it came and passed on, without effect.
struct UnknownEvent {
    quint32 type = 0;
    QByteArray body;
    bool operator==(const UnknownEvent &) const = default;
};

using Event = std::variant<TicketOpened, StepTaken, RegisterPut, RegisterRemoved, Looked, Erased,
    Settled, StockMoved, UnknownEvent>;

/// The thing that an event is about; null for unknown ones.
Id subjectOf(const Event &event);

} // namespace domain
