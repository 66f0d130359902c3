// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

namespace ui::slips
{

// What the slips of one ticket say, with the personal fields opened: a slip is for the customer or for
// the crew that goes there.
struct SlipFacts {
    QString company;
    QString companyPhone;
    domain::Ticket ticket;
    QString customer;
    QString phone;
    QString address; // of the matter, else of the customer
    QString needs;
    QString grid; // code and name
    QString chief;
    QString assignee;
    QString receivedBy;
    QString channel;
    QHash<domain::Id, QString> people; // everybody who did a step or is named in one
    QTimeZone zone;
    QString printedBy;
    qint64 printed_ms = 0;

    // "2026-11-20 14:30" in the company's zone; empty for 0.
    QString time(qint64 at_ms) const;
    QString text(quint8 field) const { return ticket.values.text(field); }
    QString person(const domain::Id &id) const { return people.value(id); }
    QString footer() const;
};

// Nothing when there is no ticket of this number.
std::optional<SlipFacts> findSlipFacts(
    store::Reader &reader, const QString &number, const domain::Id &printedBy);

} // namespace ui::slips
