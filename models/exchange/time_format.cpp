// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/time_format.h"

#include <QLocale>

#include <algorithm>

namespace exchange
{

namespace
{

// From `position` on, which moves behind the digits. Nothing when there are too few.
std::optional<int> takeNumber(QStringView text, qsizetype &position, int minDigits, int maxDigits)
{
    const qsizetype start = position;
    int number = 0;
    while (position < text.size() && position - start < maxDigits && text[position] >= u'0'
        && text[position] <= u'9')
        number = number * 10 + (text[position++].unicode() - u'0');
    if (position - start < minDigits)
        return std::nullopt;
    return number;
}

} // namespace

TimeFormat::TimeFormat(const QString &format)
    : m_format(format)
{
    const bool hasNoon = format.contains(u'a', Qt::CaseInsensitive);
    bool quoted = false;
    for (qsizetype i = 0; i < format.size();) {
        const QChar letter = format[i];
        if (letter == u'\'') {
            quoted = !quoted;
            ++i;
            continue;
        }
        if (quoted || !QStringLiteral("yMdHhmszaAt").contains(letter)) {
            m_pieces.push_back({Literal, 1, 1, letter});
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < format.size() && format[end] == letter)
            ++end;
        if (letter.toLower() == u'a' && end < format.size() && format[end].toLower() == u'p')
            ++end;
        addToken(letter == u'h' && !hasNoon ? QChar(u'H') : letter, int(end - i));
        i = end;
    }
}

void TimeFormat::addToken(QChar letter, int length)
{
    const auto number = [&](Part part) { m_pieces.push_back({part, std::min(length, 2), 2}); };
    const bool isDatePart = letter == u'y' || letter == u'M' || letter == u'd';
    m_hasTime = m_hasTime || !isDatePart;
    if (letter == u'y' && length == 4)
        m_pieces.push_back({Year, 4, 4});
    else if (letter == u'y' && length == 2)
        number(ShortYear);
    else if (letter == u'M' && length <= 2)
        number(Month);
    else if (letter == u'd' && length <= 2)
        number(Day);
    else if (letter == u'H')
        number(Hour);
    else if (letter == u'h')
        number(HalfDayHour);
    else if (letter == u'm')
        number(Minute);
    else if (letter == u's')
        number(Second);
    else if (letter == u'z')
        m_pieces.push_back({Fraction, length >= 3 ? 3 : 1, 3});
    else if (letter.toLower() == u'a')
        m_pieces.push_back({Noon, 2, 2});
    else
        m_hasNames = true;
}

std::optional<WallTime> TimeFormat::match(QStringView text) const
{
    if (m_hasNames)
        return matchNames(text);
    Values values{};
    values.fill(-1);
    qsizetype position = 0;
    for (const Piece &piece : m_pieces) {
        if (!take(piece, text, position, values))
            return std::nullopt;
    }
    return position == text.size() ? assemble(values, m_hasTime) : std::nullopt;
}

bool TimeFormat::take(const Piece &piece, QStringView text, qsizetype &position, Values &values)
{
    if (piece.part == Literal)
        return position < text.size() && text[position++] == piece.literal;
    if (piece.part == Noon) {
        const QStringView half = text.mid(position, 2);
        position += half.size();
        values[Noon] = half.compare(u"pm", Qt::CaseInsensitive) == 0;
        return values[Noon] || half.compare(u"am", Qt::CaseInsensitive) == 0;
    }
    const qsizetype start = position;
    const auto number = takeNumber(text, position, piece.minDigits, piece.maxDigits);
    if (!number)
        return false;
    values[piece.part] = *number;
    for (auto digits = position - start; piece.part == Fraction && digits < 3; ++digits)
        values[Fraction] *= 10;
    return true;
}

std::optional<WallTime> TimeFormat::assemble(const Values &values, bool hasTime)
{
    int year = values[Year];
    if (values[ShortYear] >= 0)
        year = values[ShortYear] + (values[ShortYear] < 70 ? 2000 : 1900);
    const QDate date(
        year, values[Month] < 0 ? 1 : values[Month], values[Day] < 0 ? 1 : values[Day]);
    if (year < 1 || !date.isValid())
        return std::nullopt;
    if (!hasTime)
        return WallTime{date, std::nullopt};
    int hour = values[Hour];
    if (values[HalfDayHour] >= 0) {
        if (values[HalfDayHour] < 1 || values[HalfDayHour] > 12)
            return std::nullopt;
        hour = values[HalfDayHour] % 12 + (values[Noon] > 0 ? 12 : 0);
    }
    const QTime time(std::max(hour, 0), std::max(values[Minute], 0), std::max(values[Second], 0),
        std::max(values[Fraction], 0));
    if (!time.isValid())
        return std::nullopt;
    return WallTime{date, time};
}

std::optional<WallTime> TimeFormat::matchNames(QStringView text) const
{
    const QDateTime read = QLocale::c().toDateTime(text.toString(), m_format);
    if (!read.isValid())
        return std::nullopt;
    return m_hasTime ? WallTime{read.date(), read.time()} : WallTime{read.date(), std::nullopt};
}

} // namespace exchange
