// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/roster.h"

#include <algorithm>

namespace domain
{

namespace
{

constexpr int day = 24 * 60;

QTime timeOf(const QString &text)
{
    return QTime::fromString(text, QStringLiteral("HH:mm"));
}

int minuteOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

QString clockTime(int minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

std::pair<int, int> ShiftHours::minutes() const
{
    if (!from.isValid() || !until.isValid())
        return {0, day};
    const int begin = minuteOf(from), end = minuteOf(until);
    return {begin, end > begin ? end : end + day};
}

QHash<QString, ShiftHours> shiftsFrom(const QVector<RegisterRow> &rows)
{
    QHash<QString, ShiftHours> shifts;
    for (const RegisterRow &row : rows) {
        const Values &values = row.values;
        if (row.reg != Register::Shift || row.removed)
            continue;
        const QString code = values.text(shift::Code);
        shifts.insert(code,
            {code, values.text(shift::Name), values.text(shift::Kind),
                timeOf(values.text(shift::From)), timeOf(values.text(shift::Until))});
    }
    return shifts;
}

Id rosterCell(const Id &person, qint64 dayStart_ms)
{
    return idOfRow(registerSpec(Register::Roster),
        {{roster::Person, QVariant::fromValue(person)}, {roster::Day, dayStart_ms}}, {});
}

QVector<MinuteStretch> dutyGaps(const QVector<ShiftHours> &before, const QVector<ShiftHours> &same)
{
    QVector<MinuteStretch> covered;
    const auto cover = [&covered](const ShiftHours &shift, int offset) {
        const auto [from, until] = shift.minutes();
        const MinuteStretch here{std::max(from + offset, 0), std::min(until + offset, day)};
        if (shift.isDuty() && here.from < here.until)
            covered.append(here);
    };
    for (const ShiftHours &shift : before)
        cover(shift, -day);
    for (const ShiftHours &shift : same)
        cover(shift, 0);
    std::ranges::sort(covered, {}, &MinuteStretch::from);
    QVector<MinuteStretch> gaps;
    int reached = 0;
    for (const MinuteStretch &one : covered) {
        if (one.from > reached)
            gaps.append({reached, one.from});
        reached = std::max(reached, one.until);
    }
    if (reached < day)
        gaps.append({reached, day});
    return gaps;
}

QString stretchWords(const MinuteStretch &stretch)
{
    return clockTime(stretch.from) + QChar(0x2013) + clockTime(stretch.until);
}

} // namespace domain
