// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "domain/refusal.h"

#include <optional>

namespace domain
{

/// The desks of a company: who is let in, and by which changes of its row. An administrator invites a desk or names it
/// to its face; the invited one shows the token whose hash the invitation carries, and nobody needs to sit there then.

constexpr int deskKeySize = 32; ///< bytes of a desk's public key
constexpr int tokenHashSize = 32;

/// What an invitation keeps of its token: the record is read by many, the token is for one.
QByteArray hashOfToken(const QByteArray &token);

/// Whether the put lets an invited desk in: it shows the token in time, and says nothing but its key.
bool answersInvitation(const RegisterRow &before, const RegisterPut &put, qint64 at_ms);
/// Whether the put says nothing but what a desk says of itself without anybody's right: the letter of its new epoch, as after a
/// restore, and the rules that its program follows.
bool saysOfItself(const RegisterPut &put);

/// Why the desk of this row may not exchange with the others: it isn't one, wasn't let in yet, or was shut out.
std::optional<Refusal> refusalOfDesk(const std::optional<RegisterRow> &row);

} // namespace domain
