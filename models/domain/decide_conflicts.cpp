// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/rule_words.h"

namespace domain
{

Decision decide(const SettleConflict &command, const Ticket *ticket, const Surroundings &around)
{
    if (!around.isOpenConflict(command.conflict, command.subject)) {
        return Refusal{{}, Words::tr("There is no such conflict, or it was settled before."),
            Words::tr("Look in the list of conflicts."), Refusal::Unknown};
    }
    return permitted(Events{Settled{command.conflict, command.subject, command.remark.trimmed()}},
        around, ticket);
}

} // namespace domain
