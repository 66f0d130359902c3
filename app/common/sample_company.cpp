// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_company.h"
#include "sample_homes.h"
#include "sample_lessons.h"
#include "sample_map.h"
#include "sample_outage.h"
#include "sample_shift.h"
#include "sample_story.h"
#include "sample_visits.h"

#include "desk.h"

#include <QSet>

#include <algorithm>

namespace app
{

using namespace domain;

namespace
{

constexpr int households = 300;
constexpr int tickets = 600;
constexpr qint64 hour_ms = 3'600'000;
constexpr qint64 day_ms = 24 * hour_ms;

/// When the tickets of the year came in, oldest first: more of late, so that every state is to be seen.
QVector<qint64> intakeTimes(Dice &dice, qint64 now_ms)
{
    QVector<qint64> times;
    for (int i = 0; i < tickets; ++i) {
        const qint64 span_ms = i < 12 ? 10 * hour_ms
            : i < 50                  ? 4 * day_ms
            : i < 170                 ? 30 * day_ms
                                      : 364 * day_ms;
        qint64 at_ms = now_ms - dice.between(60'000, span_ms);
        // Few call at night.
        if (const int hour = int(at_ms / hour_ms + 8) % 24; i >= 12 && hour < 6 && dice.chance(85))
            at_ms -= qint64(dice.between(8, 14)) * hour_ms;
        times.append(at_ms);
    }
    std::ranges::sort(times);
    return times;
}

std::optional<Refusal> submit(Desk &desk, QVector<Command> &commands)
{
    for (const store::Verdict &verdict : desk.submitAll(std::exchange(commands, {})).result()) {
        if (const Refusal *refusal = store::refused(verdict))
            return *refusal;
    }
    return {};
}

/// Categories of the sample that a new company doesn't begin with.
void addCategories(Desk &desk, QVector<Command> &commands)
{
    QSet<QString> known;
    for (const store::NumberedRow &row : desk.read().findRows(Register::Category))
        known.insert(row.row.values.text(category::Name));
    for (const Matter &matter : sampleMatters()) {
        if (known.contains(matter.category))
            continue;
        known.insert(matter.category);
        commands.append(PutRow{Register::Category, desk.freshId(),
            {{category::Name, matter.category}, {category::Line, QString::fromLatin1(matter.line)},
                {category::Kind, QString::fromLatin1(matter.kind)}},
            {}});
    }
}

} // namespace

std::optional<Refusal> fillWithSample(Desk &desk)
{
    Dice dice(20);
    QVector<Command> commands;
    const SampleCompany company = sampleCompany(desk, commands);
    addCategories(desk, commands);
    commands.append(sampleMap(company));
    QVector<Household> people;
    for (int i = 0; i < households; ++i) {
        people.append(anyHousehold(company, dice));
        people.last().id = desk.freshId();
        commands.append(fileOf(people.last()));
    }
    addHomes(desk, company, people, commands);
    if (auto refusal = submit(desk, commands))
        return refusal;

    const qint64 now_ms = desk.clock().now_ms();
    Story story(company, dice, now_ms);
    for (qint64 at_ms : intakeTimes(dice, now_ms)) {
        const Matter &matter = anyMatter(dice);
        // Repairs of a fortnight, other matters of two months may still wait somewhere.
        const bool isRepair = !matter.measures.isEmpty();
        const bool isStuck =
            now_ms - at_ms < (isRepair ? 14 : 60) * day_ms && dice.chance(isRepair ? 25 : 50);
        commands += story.tell(matter, dice.oneOf(people), desk.freshId(), at_ms, isStuck);
        if (commands.size() < 1000)
            continue;
        if (auto refusal = submit(desk, commands))
            return refusal;
    }
    addOutages(desk, company, people, commands);
    addShifts(desk, company, commands);
    if (auto refusal = submit(desk, commands))
        return refusal;
    addLessons(desk, company, commands);
    addPlannedVisits(desk, company, people, commands);
    return submit(desk, commands);
}

Desk::Opening foundSample(const QString &folder, domain::Clock &clock, domain::Random &random)
{
    const Desk::Founding founding{.company = QStringLiteral("幸福物业公司"),
        .login = QStringLiteral("admin"),
        .administratorName = QStringLiteral("系统管理员"),
        .deskName = QStringLiteral("一号柜台"),
        .prefix = QStringLiteral("03")};
    Desk::Opening opening = Desk::found(folder, founding, clock, random);
    if (auto *desk = std::get_if<std::unique_ptr<Desk>>(&opening)) {
        if (auto refusal = fillWithSample(**desk))
            return *refusal;
    }
    return opening;
}

} // namespace app
