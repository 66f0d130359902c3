// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/mapping_binding.h"
#include "exchange/personal_notices.h"

#include "domain/command.h"

namespace exchange
{

// A row read as a ticket: the command that would take it in, and what knows it again.
struct TicketRow {
    domain::OpenTicket open; // without ids
    QString source;
    QString sourceId;
    QVector<PersonalNotice> notices; // sealed by now, if they are to be
    QString customerSourceId; // the customer's number at the source, empty where it has none
};

// Reads rows as tickets. What is over, is closed: a row with a time of completion and no state of its own.
// Points at 0,0 are none. Whoever did it is a person of the staff if it is a login, otherwise a name that stays text.
class TicketRowReader
{
public:
    TicketRowReader(BoundMapping mapping, std::shared_ptr<const Names> names, bool sealsNumbers);

    std::variant<TicketRow, RowProblem> read(const Row &row) const;
    // The source of rows that name none.
    const QString &source() const { return m_mapping.source(); }

private:
    void put(const Target &target, const QVariant &value, TicketRow &ticket) const;
    void complete(const Row &row, TicketRow &ticket) const;

    BoundMapping m_mapping;
    std::shared_ptr<const Names> m_names;
    bool m_sealsNumbers;
};

} // namespace exchange
