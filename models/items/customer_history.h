// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace items
{

/// What one person had to do with the company: the tickets of all files that were merged, what they said of
/// them, and the calls and visits. The newest of each first.
struct CustomerHistory {
    struct Said {
        QString number; ///< of the ticket
        int satisfaction = 0;
        qint64 at_ms = 0;
        QString remark;
    };
    struct Call {
        QString number;
        QString action; ///< "visit" or "contact"
        QString outcome; ///< a code of List::Outcome; empty where none was given
        domain::Id by;
        qint64 at_ms = 0;
        QString remark;
    };
    /// A periodic visit or a survey.
    struct Planned {
        QString plan; ///< its name
        QString outcome; ///< a code of List::Outcome
        QString scores; ///< "5,4,,3"
        domain::Id by;
        qint64 at_ms = 0;
        QString remark;
    };
    QVector<store::TicketLine> tickets; ///< the newest
    qint64 all = 0;
    qint64 open = 0;
    qint64 complaints = 0;
    QVector<Said> said;
    QVector<Call> calls;
    QVector<Planned> planned;
};

/// So many tickets are looked through for what was said and for calls.
constexpr int mostOfHistory = 100;

CustomerHistory findCustomerHistory(store::Reader &reader, qint64 customer);

} // namespace items
