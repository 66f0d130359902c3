// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"

namespace domain
{

/// What the files of decide share.

/// The decision, unless the actor may not do this. `ticket` is the one that the events are about, if any.
Decision permitted(Events events, const Surroundings &around, const Ticket *ticket = nullptr);

/// The row as folding this put would leave it.
RegisterRow rowAfter(const PutRow &command, const Surroundings &around);

/// What changes among a person's grants when the staff register says something else about the post: none of
/// it before the company has rights at all.
Events grantsOfPost(const Id &person, const Values &staff, const Surroundings &around);

/// What a step draws from stock: the moves that stand in its entry. Writes the materials into the step where nobody else has.
std::variant<Events, Refusal> drawnFor(const Ticket &ticket, const QVector<DrawnSupply> &drawn,
    Values &step, const Surroundings &around);

/// The grant that the staff register's values stand for; without a role nothing.
std::optional<RegisterPut> postGrant(const Id &person, const Values &staff, qint64 now_ms);

} // namespace domain
