// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decide_parts.h"
#include "domain/fold.h"
#include "domain/rule_words.h"
#include "domain/words.h"

#include <QSet>

namespace domain
{

namespace
{

Refusal unknownCustomer()
{
    return {QStringLiteral("customer"), Words::tr("There is no such customer."),
        Words::tr("Look in the customers' list; an erased one is gone for good."),
        Refusal::Unknown};
}

std::optional<Refusal> checkWord(List list, const QString &key, const QString &code)
{
    if (isWord(list, code))
        return {};
    QStringList codes;
    for (const Word &word : wordsOf(list))
        codes << QString::fromLatin1(word.code);
    return Refusal{key, Words::tr("%1 can't be \"%2\".").arg(key, code),
        Words::tr("Choose one of: %1.").arg(codes.join(QStringLiteral(", ")))};
}

/// Work that is under way needs the person; it is finished first.
std::optional<Refusal> checkNothingOpen(const Id &customer, const Surroundings &around)
{
    QStringList open = around.openTicketsOf(customer);
    for (const Id &merged : around.rowsUnder(Register::Customer, customer))
        open += around.openTicketsOf(merged);
    if (open.isEmpty())
        return {};
    return Refusal{QStringLiteral("customer"),
        Words::tr("Work for this customer is still under way: %1.").arg(open.join(Words::tr(", "))),
        Words::tr("Finish or cancel it first.")};
}

/// The person's file, whatever is filed under it, and the files that were merged into it: they are one person.
void addErasures(const Id &erasure, const Id &customer, QSet<Id> &passed, Events &events,
    const Surroundings &around)
{
    // Two desks apart may have merged two files into each other.
    if (passed.contains(customer))
        return;
    passed.insert(customer);
    for (const Register reg : {Register::Premises, Register::Contact, Register::Distinct}) {
        for (const Id &row : around.rowsUnder(reg, customer))
            events.emplace_back(RegisterRemoved{row, reg});
    }
    for (const Id &merged : around.rowsUnder(Register::Customer, customer))
        addErasures(erasure, merged, passed, events, around);
    events.emplace_back(Erased{erasure, customer});
}

} // namespace

Decision decide(const LookAt &command, const Ticket *ticket, const Surroundings &around)
{
    if (auto refusal = checkWord(List::Purpose, QStringLiteral("purpose"), command.purpose))
        return *refusal;
    const auto row = around.findRow(command.customer);
    if (!row || row->reg != Register::Customer || isErased(*row))
        return unknownCustomer();
    if (command.purpose == u"reveal" && command.reason.trimmed().isEmpty()) {
        return Refusal{QStringLiteral("reason"), Words::tr("The reason is missing."),
            Words::tr("Say in a few words what the data are needed for.")};
    }
    return permitted(
        Events{Looked{command.customer, command.ticket, command.purpose, command.reason.trimmed()}},
        around, ticket);
}

Decision decide(const AskErasure &command, const Surroundings &around)
{
    if (auto refusal = checkWord(List::Basis, QStringLiteral("basis"), command.basis))
        return *refusal;
    if (!around.exists(Register::Customer, command.customer))
        return unknownCustomer();
    if (auto refusal = checkNothingOpen(command.customer, around))
        return *refusal;
    return permitted(
        Events{RegisterPut{command.erasure, Register::Erasure,
            {{erasure::Customer, QVariant::fromValue(command.customer)},
                {erasure::Basis, command.basis}, {erasure::Reason, command.reason.trimmed()},
                {erasure::AskedBy, QVariant::fromValue(around.actor())},
                {erasure::AskedAt, around.now_ms()}},
            {}}},
        around);
}

Decision decide(const AnswerErasure &command, const Surroundings &around)
{
    const auto asked = around.findRow(command.erasure);
    if (!asked || asked->reg != Register::Erasure || asked->values.has(erasure::AnsweredAt)) {
        return Refusal{{}, Words::tr("There is no such erasure waiting for an answer."),
            Words::tr("Look in the list of erasures."), Refusal::Unknown};
    }
    const Id customer = asked->values[erasure::Customer].value<Id>();
    Events events{RegisterPut{command.erasure, Register::Erasure,
        {{erasure::AnsweredBy, QVariant::fromValue(around.actor())},
            {erasure::AnsweredAt, around.now_ms()}, {erasure::Approved, command.isApproved},
            {erasure::Answer, command.answer.trimmed()}},
        {}}};
    if (command.isApproved) {
        if (!around.exists(Register::Customer, customer))
            return unknownCustomer();
        if (auto refusal = checkNothingOpen(customer, around))
            return *refusal;
        QSet<Id> passed;
        addErasures(command.erasure, customer, passed, events, around);
    }
    return permitted(std::move(events), around);
}

} // namespace domain
