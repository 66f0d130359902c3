// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/value_parser.h"

#include "exchange/time_format.h"

#include <algorithm>
#include <cmath>

namespace exchange
{

namespace
{

constexpr int secondsPerDay = 24 * 60 * 60;

// Spreadsheets count days from 1900-01-01 as 1 and believe in a 29 February 1900, day 60, which
// there was not.
std::optional<WallTime> fromExcelSerial(QStringView text)
{
    bool isNumber = false;
    const double serial = text.toDouble(&isNumber);
    if (!isNumber || !(serial >= 1 && serial < 2958466) || int(serial) == 60)
        return std::nullopt;
    const auto day = qint64(serial);
    const QDate first = day < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    if (serial == double(day))
        return WallTime{first.addDays(day), std::nullopt};
    const qint64 seconds = std::llround((serial - double(day)) * secondsPerDay);
    const QDate date = first.addDays(day + seconds / secondsPerDay);
    return WallTime{date, QTime(0, 0).addSecs(int(seconds % secondsPerDay))};
}

bool hasOffset(QStringView text)
{
    return text.size() > 10
        && (text.endsWith(u'Z') || text.mid(10).contains(u'+') || text.mid(10).contains(u'-'));
}

// Without a zone: 2019-04-25, 2019-04-25T09:31, with seconds and their fraction, or with a space
// for the T. QDateTime reads these too, but lets 24:00 be the next day.
std::optional<WallTime> fromIso(QStringView text)
{
    static const TimeFormat formats[] = {
        TimeFormat(QStringLiteral("yyyy-MM-dd")),
        TimeFormat(QStringLiteral("yyyy-MM-ddTHH:mm:ss")),
        TimeFormat(QStringLiteral("yyyy-MM-ddTHH:mm")),
        TimeFormat(QStringLiteral("yyyy-MM-ddTHH:mm:ss.z")),
        TimeFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
        TimeFormat(QStringLiteral("yyyy-MM-dd HH:mm")),
    };
    if (text.size() < 10 || text[4] != u'-')
        return std::nullopt;
    for (const TimeFormat &format : formats) {
        if (auto time = format.match(text))
            return time;
    }
    return std::nullopt;
}

bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return c.isSpace() || (code >= 0x200b && code <= 0x200f) || code == 0x2060 || code == 0xfeff;
}

QStringView trimmedView(QStringView text)
{
    while (!text.isEmpty() && isInvisible(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isInvisible(text.back()))
        text.chop(1);
    return text;
}

// A clock that is put forward skips an hour; QDateTime would move a time in it silently.
std::optional<TableTime> inZone(const WallTime &wall, const QTimeZone &zone)
{
    if (!wall.time)
        return TableTime{wall.date.startOfDay(zone), true};
    const QDateTime at(wall.date, *wall.time, zone);
    if (!at.isValid() || at.time() != *wall.time)
        return std::nullopt;
    return TableTime{at, false};
}

} // namespace

class TimeParser::Format
{
public:
    explicit Format(const QString &format)
        : m_format(format)
        , m_isSerial(format == QStringLiteral("excel-serial"))
    {
    }

    std::optional<WallTime> match(QStringView text) const
    {
        return m_isSerial ? fromExcelSerial(text) : m_format.match(text);
    }

private:
    TimeFormat m_format;
    bool m_isSerial;
};

TimeParser::TimeParser(const QStringList &formats, QTimeZone companyZone)
    : m_zone(std::move(companyZone))
{
    for (const QString &format : formats)
        m_formats.emplace_back(format);
}

TimeParser::~TimeParser() = default;

std::optional<TableTime> TimeParser::parse(QStringView cell) const
{
    const QStringView text = trimmedView(cell);
    for (const Format &format : m_formats) {
        if (const auto wall = format.match(text))
            return inZone(*wall, m_zone);
    }
    if (const auto wall = fromIso(text))
        return inZone(*wall, m_zone);
    if (hasOffset(text)) {
        const QDateTime at = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
        if (at.isValid())
            return TableTime{at.toTimeZone(m_zone), false};
    }
    return std::nullopt;
}

QString trimmed(QStringView text)
{
    return trimmedView(text).toString();
}

} // namespace exchange
