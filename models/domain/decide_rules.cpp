// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/rule_words.h"

namespace domain
{

namespace
{

QString namesOf(const QVector<RegisterRow> &desks)
{
    QStringList names;
    for (const RegisterRow &desk : desks) {
        names << Words::tr("\"%1\" (%2)")
                     .arg(desk.values.text(desk::Name), desk.values.text(desk::Prefix));
    }
    return names.join(Words::tr(", "));
}

} // namespace

Decision decide(const ActivateRules &command, const Surroundings &around)
{
    const QString field = registerSpec(Register::Company).fields.find(company::Rules)->name();
    const RulesHere rules = around.rules();
    if (!around.exists(Register::Company, command.company)) {
        return Refusal{{}, Words::tr("There is no company here yet."),
            Words::tr("Found one, or join one and wait for its record."), Refusal::Unknown};
    }
    if (command.rules > rules.known) {
        return Refusal{field,
            Words::tr("This program doesn't know rules %1; it knows them up to %2.")
                .arg(command.rules)
                .arg(rules.known),
            Words::tr("Update Griddesk on this desk first.")};
    }
    if (command.rules <= rules.active) {
        return Refusal{field, Words::tr("The company works by rules %1 already.").arg(rules.active),
            Words::tr("Rules never go back; activate newer ones only.")};
    }
    if (const auto old = tooOldFor(command.rules, around.rowsOf(Register::Desk)); !old.isEmpty()) {
        return Refusal{field,
            Words::tr("Not every desk follows rules %1 yet: %2.")
                .arg(command.rules)
                .arg(namesOf(old)),
            Words::tr("Update Griddesk on these desks and let them meet this one, or revoke those "
                      "that are gone.")};
    }
    return permitted(Events{RegisterPut{command.company, Register::Company,
                         {{company::Rules, command.rules}}, {}}},
        around);
}

} // namespace domain
