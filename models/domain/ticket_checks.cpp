// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_checks.h"

#include "domain/rule_words.h"
#include "domain/words.h"

namespace domain
{

namespace
{

constexpr qint64 day_ms = 24 * 3'600'000;

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

std::optional<Refusal> checkPerson(const Id &by, const Surroundings &around)
{
    if (around.exists(Register::Staff, by))
        return {};
    return Refusal{QStringLiteral("by"), Words::tr("Nobody on the staff has this login."),
        Words::tr("Enter a login from the staff list."), Refusal::Unknown};
}

} // namespace domain
