// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notices.h"
#include "domain/registers.h"
#include "domain/ticket.h"

#include <QVector>

namespace domain
{

/// Who is told of a clock that is running out or has run out, level by level. Nothing of it is recorded: it follows from the ticket's
/// clocks, the company's table (register `escalations`) and the time at which somebody asks, so that every desk means the same.

/// One level that a clock has come to.
struct Escalation {
    Id id; ///< from ticket, clock and level: the same on every desk
    QString clock;
    qint64 due_ms = 0;
    qint64 at_ms = 0; ///< since when
    int minutes = 0; ///< after the due time; less than nothing: before
    QStringList to; ///< codes of their list
};

/// The words for it among the notices: that it is due soon, or late.
const NoticeRule &ruleFor(const Escalation &level);

class EscalationTable
{
public:
    EscalationTable() = default;
    /// The rows of the register, in any order.
    explicit EscalationTable(const QVector<RegisterRow> &rows);

    /// What the running clocks of a ticket have come to at a moment, the earliest first. A row that names more counts beside
    /// those that name less: every row that fits tells whom it names.
    QVector<Escalation> reached(const Ticket &ticket, qint64 now_ms) const;
    /// How long before its due time a clock may be told of, in milliseconds.
    qint64 longestWarning_ms() const { return m_longestWarning_ms; }
    bool isEmpty() const { return m_levels.isEmpty(); }

private:
    struct Level {
        QString clock, kind, line, urgency;
        qint64 minutes = 0;
        QStringList to;

        bool fits(const TicketClock &running, const Ticket &ticket) const;
    };

    QVector<Level> m_levels;
    qint64 m_longestWarning_ms = 0;
};

} // namespace domain
