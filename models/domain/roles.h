// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAnyStringView>

namespace domain
{

/// The people's roles, as bits. A workflow's action names those who perform it, a register those who keep
/// it; a grant gives a person one of them.
enum Role : quint16 {
    Clerk = 1,
    Chief = 2,
    Member = 4,
    Technician = 8,
    Leader = 16,
    Handler = 32,
    Supervisor = 64,
    Manager = 128,
    Head = 256,
    Administrator = 512,
};

constexpr quint16 anyRole = 0xffff;
constexpr quint16 noRole = 0;
/// Those who sit at a desk for the whole of the day's work.
constexpr quint16 office =
    Clerk | Chief | Leader | Handler | Head | Supervisor | Manager | Administrator;

/// Those who answer for what is kept in stock, and those who take it along.
constexpr quint16 keepsStock = Clerk | Chief | Leader | Head | Manager | Administrator;
constexpr quint16 drawsStock = keepsStock | Technician | Handler;

/// Those who take a customer's wish to be erased.
constexpr quint16 asksForErasure =
    Clerk | Chief | Handler | Head | Supervisor | Manager | Administrator;

/// The bit of a role's code in the list of roles; 0 for a code that is not there.
quint16 roleOf(QAnyStringView code);
/// The roles of a mask in words, for a refusal: "Clerk, Grid chief".
QString roleWords(quint16 roles);

} // namespace domain
