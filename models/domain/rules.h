// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "domain/refusal.h"

#include <optional>
#include <span>

namespace domain
{

/// Rules are what decides: which commands there are, what they check, which events come of them. Once released they never
/// change; what is new comes as further rules, with a number of its own. A company works by those that its administrator
/// has activated, and a newer program goes on deciding by them, until every desk follows and the next ones are activated. A
/// desk whose program is too old for them reads, takes in and passes on, and writes nothing.

struct RulesSpec {
    qint64 number;
    const char *brings; ///< what they brought, English source, context "rules"

    QString bringsText() const;
};

constexpr qint64 firstRules = 1;
/// The newest that this program decides by.
constexpr qint64 newestRules = 1;
/// All that were released, the oldest first.
std::span<const RulesSpec> releasedRules();

/// Since which rules there are events of this kind. What this program doesn't know belongs to rules that it doesn't
/// know either.
qint64 sinceRules(const Event &event);

/// Which rules hold where something is decided.
struct RulesHere {
    qint64 active = firstRules; ///< by which the company works
    qint64 known = newestRules; ///< up to which the program follows

    bool canWrite() const { return active <= known; }
    /// By which an entry of this desk is decided. A program that is too old still says of its desk what the desk
    /// alone can say, by the rules that it knows.
    qint64 written() const { return active < known ? active : known; }
};

/// Why nothing can be written here; nothing when the program follows.
std::optional<Refusal> refusalOf(const RulesHere &rules);
/// Why these events can't be written by the active rules: one of them came with later ones.
std::optional<Refusal> refusalOf(std::span<const Event> events, const RulesHere &rules);

/// The newest rules that a desk's program follows, as the desk says.
qint64 rulesOf(const RegisterRow &desk);
/// Of these desks those that belong to the company and couldn't write any more by these rules.
QVector<RegisterRow> tooOldFor(qint64 rules, const QVector<RegisterRow> &desks);

} // namespace domain
