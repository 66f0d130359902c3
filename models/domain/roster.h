// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"

#include <QDate>
#include <QHash>
#include <QTime>
#include <QVector>

namespace domain
{

/// Shifts, and whether there is always somebody on duty. Minutes count from the beginning of a day; a shift that ends earlier than it
/// begins, or at the same minute, ends on the next day.

struct ShiftHours {
    QString code;
    QString name;
    QString kind; ///< a code of List::ShiftKind
    QTime from; ///< invalid: the whole day
    QTime until;

    bool isDuty() const { return kind == u"duty"; }
    bool isWorked() const { return kind != u"rest"; }
    /// From which minute until which, from the beginning of its day; until may lie beyond 1440.
    std::pair<int, int> minutes() const;
};

/// The rows of the register of shifts, by what is typed.
QHash<QString, ShiftHours> shiftsFrom(const QVector<RegisterRow> &rows);
/// The row of the roster of one person and one day, which starts at that moment of the company's calendar.
Id rosterCell(const Id &person, qint64 dayStart_ms);

struct MinuteStretch {
    int from = 0;
    int until = 0;
    bool operator==(const MinuteStretch &) const = default;
};
/// The minutes of a day in which nobody is on duty: `before` are the shifts of the day before, `same` those of the day.
QVector<MinuteStretch> dutyGaps(const QVector<ShiftHours> &before, const QVector<ShiftHours> &same);
/// "16:00–24:00", for people.
QString stretchWords(const MinuteStretch &stretch);

} // namespace domain
