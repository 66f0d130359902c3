// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"

namespace domain
{

/// What the tables of registers declare beyond the single value: numbers that are kept in one way of
/// writing, rows that are filed under another one, and what goes along when a row is removed.

/// The values as the register keeps them: phones dialled, identity numbers plain, lists in their order.
Values asKept(const RegisterSpec &reg, const Values &given);

struct Oddity {
    quint8 field = 0;
    QString what; ///< in the person's language
};

/// What is odd about the numbers of a row whose personal fields are open. Odd ones are warned of and saved.
QVector<Oddity> odditiesOf(const RegisterSpec &reg, const Values &row);

/// Whether the row may be filed where it asks to be: under one that is there; under no other than before
/// where a customer's key seals it; and merged only into a file that doesn't come back to it.
std::optional<Refusal> checkFiling(const PutRow &command, bool isNew, const Surroundings &around);

/// A customer's file is removed with its premises and household members; one with business on record or
/// others merged into it stays.
Decision removeCustomer(const Id &customer, const Surroundings &around);

/// The file that goes on for one that was merged; the same one where none was.
Id survivorOf(const Id &customer, const Surroundings &around);

/// Merging two files: the first one's goes on as the other. Taken back by parting; nothing is moved.
PutRow mergedInto(const Id &from, const Id &into, const QString &reason);
PutRow parted(const Id &from);
/// Says that two files are of two people. Named by the two alone, so that two desks that say so say it once.
PutRow judgedDistinct(const Id &one, const Id &other, const QString &reason);

} // namespace domain
