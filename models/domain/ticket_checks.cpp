// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_checks.h"

#include "domain/rule_words.h"
#include "domain/words.h"
#include "domain/workflow.h"

namespace domain
{

namespace
{

constexpr qint64 day_ms = 24 * 3'600'000;

/// When it came as it was first said, which no correction changes, and which of two that came at once is the first.
std::pair<qint64, Id> placeInTime(const Ticket &ticket)
{
    const qint64 at_ms = ticket.steps.isEmpty() ? ticket.values.number(field::HappenedAt)
                                                : ticket.steps.constFirst().at_ms;
    return {at_ms, ticket.id};
}

/// The later one joins the earlier one, so that no two wait for each other.
std::optional<Refusal> checkHead(const Id &id, const Ticket &joining, const Surroundings &around)
{
    const auto refuse = [](const QString &what, const QString &advice) {
        return Refusal{keyOf(field::PartOf), what, advice};
    };
    const auto head = id == joining.id ? std::nullopt : around.findTicket(id);
    if (!head)
        return refuse(Words::tr("There is no such other ticket."),
            Words::tr("Enter the number of an earlier one about the same matter."));
    const QString number = head->values.text(field::Number);
    const WorkflowSpec *workflow = findWorkflow(head->workflow);
    if (workflow && workflow->isFinal(head->state))
        return refuse(Words::tr("%1 is over.").arg(number),
            Words::tr("Look there for what was done, and go on with this one."));
    if (head->state == u"joined")
        return refuse(Words::tr("%1 waits with another one itself.").arg(number),
            Words::tr("Join this one to that other one."));
    if (!(placeInTime(*head) < placeInTime(joining)))
        return refuse(Words::tr("%1 came later than this one.").arg(number),
            Words::tr("Join the later one to the earlier one."));
    return {};
}

} // namespace

QString keyOf(quint8 number)
{
    return ticketFields().find(number)->name();
}

QString labelFor(quint8 number)
{
    return labelOf(*ticketFields().find(number));
}

std::optional<Refusal> checkValue(const FieldSpec &spec, const QVariant &value)
{
    if (!value.isValid())
        return {};
    const auto refuse = [&spec](const QString &what, const QString &advice) {
        return Refusal{spec.name(), what.arg(labelOf(spec)), advice};
    };
    if (spec.type == FieldType::Choice && !spec.is(Several)
        && !isWord(spec.list, value.toString())) {
        QStringList codes;
        for (const Word &word : wordsOf(spec.list))
            codes << QString::fromLatin1(word.code);
        return refuse(Words::tr("%1 can't be \"%2\".").arg(QStringLiteral("%1"), value.toString()),
            Words::tr("Choose one of: %1.").arg(codes.join(QStringLiteral(", "))));
    }
    if (&spec == ticketFields().find(field::Satisfaction)
        && (value.toInt() < 1 || value.toInt() > 5))
        return refuse(Words::tr("%1 must be between 1 and 5."),
            Words::tr("5 is very satisfied, 1 very dissatisfied."));
    if (&spec == ticketFields().find(field::Lon) && std::abs(value.toDouble()) > 180)
        return refuse(Words::tr("%1 must lie between -180 and 180 degrees."),
            Words::tr("Correct it or leave it out."));
    if (&spec == ticketFields().find(field::Lat) && std::abs(value.toDouble()) > 90)
        return refuse(Words::tr("%1 must lie between -90 and 90 degrees."),
            Words::tr("Correct it or leave it out."));
    if (&spec == ticketFields().find(field::Charge) && value.toDouble() < 0)
        return refuse(Words::tr("%1 can't be negative."), Words::tr("Correct it or leave it out."));
    return {};
}

std::optional<Refusal> checkValues(const Values &values)
{
    for (const auto &[number, value] : values) {
        const FieldSpec *spec = ticketFields().find(number);
        if (!spec)
            return Refusal{{}, Words::tr("Field %1 is unknown.").arg(number), {}};
        if (auto refusal = checkValue(*spec, value))
            return refusal;
    }
    return {};
}

std::optional<Refusal> checkMoment(quint8 number, qint64 at_ms, const Surroundings &around)
{
    if (at_ms <= around.now_ms() + day_ms)
        return {};
    return Refusal{number ? keyOf(number) : QStringLiteral("at"),
        Words::tr("The time lies in the future."), Words::tr("Enter when it happened.")};
}

std::optional<Refusal> checkJoining(
    const Values &given, const Ticket &joining, const Surroundings &around)
{
    if (given.has(field::Outage)
        && !around.exists(Register::Outage, given[field::Outage].value<Id>())) {
        return Refusal{keyOf(field::Outage), Words::tr("There is no such outage."),
            Words::tr("Choose one from the list of outages."), Refusal::Unknown};
    }
    return given.has(field::PartOf) ? checkHead(given[field::PartOf].value<Id>(), joining, around)
                                    : std::nullopt;
}

std::optional<Refusal> checkPerson(const Id &by, const Surroundings &around)
{
    if (around.exists(Register::Staff, by))
        return {};
    return Refusal{QStringLiteral("by"), Words::tr("Nobody on the staff has this login."),
        Words::tr("Enter a login from the staff list."), Refusal::Unknown};
}

} // namespace domain
