// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules.h"

#include "domain/rule_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace domain
{

namespace
{

// clang-format off
constexpr RulesSpec released[] = {
    {1, QT_TRANSLATE_NOOP("rules", "Repairs and other matters, registers, rights, erasures, stock")},
};
// clang-format on
static_assert(std::size(released) == newestRules && released[newestRules - 1].number == newestRules,
    "every program knows the rules from the first to its newest");

/// By the kinds of events in their order in `Event`, the unknown ones apart.
constexpr std::array<qint64, std::variant_size_v<Event> - 1> since{
    1, // TicketOpened
    1, // StepTaken
    1, // RegisterPut
    1, // RegisterRemoved
    1, // Looked
    1, // Erased
    1, // Settled
    1, // StockMoved
};
static_assert(std::ranges::all_of(
    since, [](qint64 rules) { return rules >= firstRules && rules <= newestRules; }));

Register registerOf(const Event &event)
{
    if (const auto *put = std::get_if<RegisterPut>(&event))
        return put->reg;
    const auto *removed = std::get_if<RegisterRemoved>(&event);
    return removed ? removed->reg : Register::Company;
}

} // namespace

QString RulesSpec::bringsText() const
{
    return QCoreApplication::translate("rules", brings);
}

std::span<const RulesSpec> releasedRules()
{
    return released;
}

qint64 sinceRules(const Event &event)
{
    if (std::holds_alternative<UnknownEvent>(event))
        return newestRules + 1;
    return std::max(since[event.index()], registerSpec(registerOf(event)).since);
}

std::optional<Refusal> refusalOf(const RulesHere &rules)
{
    if (rules.canWrite())
        return {};
    return Refusal{{},
        Words::tr("This program is too old: the company works by rules %1, and it knows them up to "
                  "%2.")
            .arg(rules.active)
            .arg(rules.known),
        Words::tr("Update Griddesk on this desk. Meanwhile you can read, and what others enter "
                  "still comes in.")};
}

std::optional<Refusal> refusalOf(std::span<const Event> events, const RulesHere &rules)
{
    qint64 wanted = firstRules;
    for (const Event &event : events)
        wanted = std::max(wanted, sinceRules(event));
    if (wanted <= rules.active)
        return {};
    return Refusal{{},
        Words::tr("This came with rules %1, and the company still works by rules %2.")
            .arg(wanted)
            .arg(rules.active),
        Words::tr("Let an administrator activate rules %1 once every desk is updated.")
            .arg(wanted)};
}

qint64 rulesOf(const RegisterRow &desk)
{
    return std::max(firstRules, desk.values.number(desk::Rules));
}

QVector<RegisterRow> tooOldFor(qint64 rules, const QVector<RegisterRow> &desks)
{
    QVector<RegisterRow> old;
    std::ranges::copy_if(desks, std::back_inserter(old), [rules](const RegisterRow &desk) {
        const bool belongs = desk.reg == Register::Desk && !desk.removed
            && desk.values.has(desk::PublicKey) && !desk.values.has(desk::Revoked);
        return belongs && rulesOf(desk) < rules;
    });
    return old;
}

} // namespace domain
