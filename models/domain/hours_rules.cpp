// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/hours_rules.h"

#include "domain/decide_parts.h"
#include "domain/rule_words.h"
#include "domain/words.h"

namespace domain
{

namespace
{

QString keyIn(Register reg, quint8 field)
{
    return registerSpec(reg).fields.find(field)->name();
}

std::optional<Refusal> checkText(Register reg, quint8 field, const Values &row)
{
    if (hoursFrom(row.text(field)))
        return {};
    return Refusal{keyIn(reg, field),
        Words::tr("These hours can't be read: \"%1\".").arg(row.text(field)),
        Words::tr(
            "Write them as 08:30-12:00 13:30-17:30, one after the other; leave it empty where "
            "it is closed.")};
}

std::optional<Refusal> checkNamed(
    Register reg, quint8 field, const Values &row, const Surroundings &around)
{
    if (!row.has(field) || !around.rowWithCode(Register::ServiceHours, row.text(field)).isNull())
        return {};
    return Refusal{keyIn(reg, field),
        Words::tr("There are no service hours \"%1\".").arg(row.text(field)),
        Words::tr("Name one of that register by its code, or leave it empty."), Refusal::Unknown};
}

std::optional<Refusal> checkStandard(const Values &row, const Surroundings &around)
{
    constexpr Register reg = Register::Standard;
    if (!allClocks().contains(row.text(standard::Clock))) {
        return Refusal{keyIn(reg, standard::Clock),
            Words::tr("There is no clock \"%1\".").arg(row.text(standard::Clock)),
            Words::tr("Choose one of: %1.").arg(allClocks().join(QStringLiteral(", ")))};
    }
    const qint64 minutes = row.number(standard::Minutes), days = row.number(standard::Days);
    if ((minutes > 0) == (days > 0) || minutes < 0 || days < 0) {
        return Refusal{keyIn(reg, standard::Minutes),
            Words::tr("A standard takes either minutes or workdays."),
            Words::tr("Fill in one of the two.")};
    }
    return checkNamed(reg, standard::Hours, row, around);
}

std::optional<Refusal> checkWeek(const Values &row)
{
    for (quint8 day = service_hours::Monday; day <= service_hours::Sunday; ++day) {
        if (auto refusal = checkText(Register::ServiceHours, day, row))
            return refusal;
    }
    return {};
}

std::optional<Refusal> checkDay(const Values &row, const Surroundings &around)
{
    constexpr Register reg = Register::CalendarDay;
    if (auto refusal = checkText(reg, calendar_day::Own, row))
        return refusal;
    if (row.has(calendar_day::Own) && row.text(calendar_day::Kind) == u"off") {
        return Refusal{keyIn(reg, calendar_day::Own), Words::tr("A day off has no hours."),
            Words::tr("Make it a workday, or leave the hours empty.")};
    }
    return checkNamed(reg, calendar_day::Hours, row, around);
}

} // namespace

std::optional<Refusal> checkHours(const PutRow &command, const Surroundings &around)
{
    if (command.reg != Register::Standard && command.reg != Register::ServiceHours
        && command.reg != Register::CalendarDay)
        return {};
    const Values row = rowAfter(command, around).values;
    if (command.reg == Register::Standard)
        return checkStandard(row, around);
    return command.reg == Register::ServiceHours ? checkWeek(row) : checkDay(row, around);
}

} // namespace domain
