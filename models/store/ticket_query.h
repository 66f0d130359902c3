// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace store
{

/// One condition of a list: a ticket field's key (or one of `state`, `round`, `open`, `under_way`, `overdue`, `area`, `due_from`,
/// `due_before`, `from`, `until`, `done_from`, `done_until`), and what it must equal. `state` takes several with commas between; `under_way` is `open` by another column, for which there are indexes by person. Grids are named by code, people by login, tickets by number, customers and outages by row; an
/// empty value finds the tickets where the field is not filled in.
struct Filter {
    QString key;
    QString value;
    bool operator==(const Filter &) const = default;
};

/// The value of the filter `area`, which finds the tickets whose point lies in a box: "116.39,39.90,116.41,39.91", west, south, east and
/// north in degrees.
QString areaFilter(const domain::GeoBox &box);

/// What a list shows and in which order.
struct TicketQuery {
    QString
        text; ///< found in number, title, description, reply, place, and the customer's name, pinyin, phone, address
    QStringList
        in; ///< only in these of title, description, reply, number, address, customer; empty: all
    QVector<Filter> filters;
    QString sort = QStringLiteral(
        "happened_at"); ///< a ticket field's key, `due_at`, or `recorded` for the order of intake
    bool descending = true;
    qint64 limit = -1;
    qint64 offset = 0;

    bool operator==(const TicketQuery &) const = default;
};

/// One ticket as a list shows it.
struct TicketLine {
    qint64 row = 0; ///< its number in this database
    QString number;
    QString kind;
    QString line;
    QString category;
    QString urgency;
    QString title;
    QString address;
    QString state;
    qint64 grid = 0;
    qint64 assignee = 0;
    QString unit;
    int round = 1;
    int satisfaction = 0;
    qint64 happened_ms = 0;
    qint64 due_ms = 0; ///< 0 when no clock runs
    QString dueClock;
    qint64 closed_ms = 0;
    qint64 missed = 0; ///< clocks that ran out before they were stopped
    qint64 customer = 0;
};

} // namespace store
