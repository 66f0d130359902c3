// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace exchange
{

// A moment as a table tells it. Where it tells only the day, `at` is that day's start.
struct TableTime {
    QDateTime at; // in the company's zone
    bool isDayOnly = false;
};

// Reads the times of one column. Formats are Qt's ("yyyy/M/d H:mm:ss", "MM/dd/yyyy hh:mm:ss AP"),
// or the word "excel-serial" for the day numbers that spreadsheets count from 1900; the first that
// fits the whole cell counts. After them ISO 8601 is tried, because workbooks' own dates come that
// way. Years of two digits lie in 1970–2069. Days and times that don't exist are refused.
class TimeParser
{
public:
    explicit TimeParser(const QStringList &formats, QTimeZone companyZone);
    ~TimeParser();
    Q_DISABLE_COPY(TimeParser)

    // Space around the text doesn't matter.
    std::optional<TableTime> parse(QStringView cell) const;

private:
    class Format;

    std::vector<Format> m_formats;
    QTimeZone m_zone;
};

// The text without what people can't see at its ends: spaces of all kinds, no-break and
// ideographic ones among them, line ends, zero-width characters and byte-order marks.
QString trimmed(QStringView text);

} // namespace exchange
