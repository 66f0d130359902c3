// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/gates.h"

#include "domain/words.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

/// Whoever performs it in any workflow, or types it in for them.
quint16 rolesFor(QAnyStringView action)
{
    quint16 roles = Administrator;
    for (const Word &kind : wordsOf(List::Kind)) {
        if (const ActionSpec *spec = workflowForKind(kind.code).findAction(action))
            roles |= spec->roles | spec->typists;
    }
    return roles;
}

} // namespace

bool mayActSomewhere(QAnyStringView action, const Actor &actor, const Grants &grants)
{
    if (grants.isEmpty())
        return true;
    const quint16 roles = rolesFor(action);
    return std::ranges::any_of(grants.inForce(actor.person, actor.at_ms),
        [roles](const Grant &grant) { return grant.role & roles; });
}

bool isOpenTo(const Gate &gate, const Actor &actor, const Grants &grants)
{
    if (gate.rights.empty() && gate.registers.empty() && gate.actions.empty())
        return true;
    return std::ranges::any_of(gate.rights, [&](Right right) {
        return mayDo(right, actor, grants);
    }) || std::ranges::any_of(gate.registers, [&](Register reg) {
        return mayKeep(reg, actor, grants);
    }) || std::ranges::any_of(gate.actions, [&](const char *action) {
        return mayActSomewhere(action, actor, grants);
    });
}

} // namespace items
