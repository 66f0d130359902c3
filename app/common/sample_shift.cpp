// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_shift.h"

#include "desk.h"
#include "domain/roster.h"

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 minute_ms = 60'000;
constexpr int daysBefore = 2, daysAfter = 7;

/// One line of the log, so many minutes ago.
struct Logged {
    int minutesAgo;
    const char16_t *kind;
    const char16_t *what;
    bool isOpen;
};
constexpr Logged logged[] = {
    {620, u"round", u"夜间巡查：各泵房压力正常，热力站回水52度", false},
    {395, u"alarm", u"二号泵房高水位报警，远程启动备用泵后解除，请白班现场复查", true},
    {350, u"missed_call", u"夜里来电一次未接上，未留言", true},
    {95, u"instruction", u"值班经理要求九点前报送夜间来电情况", false},
};

} // namespace

void addShifts(Desk &desk, const SampleCompany &company, QVector<Command> &commands)
{
    const qint64 now_ms = desk.clock().now_ms();
    const QTimeZone zone = desk.read().zone();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now_ms, zone).date();
    const auto onDuty = [&company](QDate day) {
        return company.clerks.at(day.toJulianDay() % company.clerks.size());
    };
    for (int day = -daysBefore; day <= daysAfter; ++day) {
        const QDate date = today.addDays(day);
        const qint64 start_ms = date.startOfDay(zone).toMSecsSinceEpoch();
        const Id person = onDuty(date);
        commands.append(PutRow{Register::Roster, rosterCell(person, start_ms),
            {{roster::Person, QVariant::fromValue(person)}, {roster::Day, start_ms},
                {roster::Shift, u"值"_s}},
            {}});
    }
    for (const Logged &line : logged) {
        commands.append(PutRow{Register::DutyLog, desk.freshId(),
            {{duty_log::At, now_ms - line.minutesAgo * minute_ms},
                {duty_log::Kind, QString::fromUtf16(line.kind)},
                {duty_log::What, QString::fromUtf16(line.what)},
                {duty_log::By, QVariant::fromValue(onDuty(today.addDays(-1)))},
                {duty_log::Open, line.isOpen}},
            {}});
    }
}

} // namespace app
