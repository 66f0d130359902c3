// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace reports
{

/// A day, week (Monday to Sunday, numbered by ISO 8601), month, quarter or year of the company's
/// calendar: what a report is about.
class Period
{
public:
    enum class Kind : quint8 { Day, Week, Month, Quarter, Year };

    /// "2018", "2018-Q1", "2018-03", "2018-W10" or "2018-03-09"; nothing for any other text.
    static std::optional<Period> parse(QStringView text);
    static Period containing(Kind kind, QDate day);

    Kind kind() const { return m_kind; }
    QDate first() const { return m_first; }
    QDate last() const;

    Period before() const;
    Period after() const;
    /// The same span of the calendar a year earlier; week 53 falls back on week 52 where there is none.
    Period yearBefore() const;

    qint64 begin_ms(const QTimeZone &zone) const;
    /// The first moment that no longer belongs.
    qint64 end_ms(const QTimeZone &zone) const;

    /// As parse() reads it.
    QString text() const;
    /// As people say it: "June 2018" or, in Chinese, 2018 年 6 月.
    QString words() const;

    /// One step of a trend: a day has its hours, a week and a month their days, a quarter its weeks, a
    /// year its months. The first week of a quarter begins with the quarter.
    struct Part {
        qint64 begin_ms = 0;
        QString label;
    };
    QVector<Part> parts(const QTimeZone &zone) const;

    bool operator==(const Period &) const = default;

private:
    Period(Kind kind, QDate first)
        : m_kind(kind)
        , m_first(first)
    {
    }
    Period moved(int by) const;

    Kind m_kind;
    QDate m_first;
};

} // namespace reports
