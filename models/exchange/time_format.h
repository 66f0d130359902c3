// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTime>

#include <array>
#include <optional>
#include <vector>

namespace exchange
{

// A day and perhaps a time of day, not yet of any zone.
struct WallTime {
    QDate date;
    std::optional<QTime> time;
};

// One of Qt's date formats, taken apart once. Matches digits and literals itself, which is ten
// times as fast as QLocale; formats with names of months or days go to QLocale in English.
class TimeFormat
{
public:
    explicit TimeFormat(const QString &format);

    // Nothing when the text doesn't fit or names a day or time that doesn't exist.
    std::optional<WallTime> match(QStringView text) const;

private:
    enum Part {
        Year,
        ShortYear,
        Month,
        Day,
        Hour,
        HalfDayHour,
        Minute,
        Second,
        Fraction,
        Noon,
        Literal
    };
    struct Piece {
        Part part;
        int minDigits = 1;
        int maxDigits = 2;
        QChar literal;
    };

    void addToken(QChar letter, int length);
    using Values = std::array<int, Literal>; // by part, -1 where the format has none

    static bool take(const Piece &piece, QStringView text, qsizetype &position, Values &values);
    std::optional<WallTime> matchNames(QStringView text) const;
    static std::optional<WallTime> assemble(const Values &values, bool hasTime);

    QString m_format;
    std::vector<Piece> m_pieces;
    bool m_hasNames = false;
    bool m_hasTime = false;
};

} // namespace exchange
