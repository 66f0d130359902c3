// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/scopes.h"

#include <iterator>

namespace items
{

namespace
{

using Filters = QVector<store::Filter>;

store::Filter filter(const char *key, const QString &value)
{
    return {QString::fromLatin1(key), value};
}

struct Scope {
    const char *id;
    Filters (*filters)(const Seat &seat, qint64 now_ms);
    const char *sort; ///< "" for the usual order, the newest first
};

const Scope scopes[] = {
    {"mine",
        [](const Seat &seat, qint64) {
            return Filters{filter("open", QStringLiteral("1")), filter("assignee", seat.login)};
        },
        "due_at"},
    {"answer",
        [](const Seat &seat, qint64) {
            return Filters{
                filter("under_way", QStringLiteral("1")), filter("responsible", seat.login)};
        },
        "due_at"},
    {"grid",
        [](const Seat &seat, qint64) {
            return Filters{filter("open", QStringLiteral("1")), filter("grid", seat.grid)};
        },
        ""},
    {"open", [](const Seat &, qint64) { return Filters{filter("open", QStringLiteral("1"))}; },
        "due_at"},
    {"soon",
        [](const Seat &, qint64 now_ms) {
            return Filters{filter("due_from", QString::number(now_ms)),
                filter("due_before", QString::number(now_ms + soon_ms))};
        },
        "due_at"},
    {"late", [](const Seat &, qint64) { return Filters{filter("overdue", QStringLiteral("1"))}; },
        "due_at"},
    {"visit",
        [](const Seat &, qint64) {
            return Filters{filter("state", QStringLiteral("to_visit")),
                filter("anonymous", QStringLiteral("0"))};
        },
        "due_at"},
    {"accept",
        [](const Seat &, qint64) { return Filters{filter("state", QStringLiteral("received"))}; },
        "due_at"},
    {"unreturned",
        [](const Seat &, qint64 now_ms) {
            return Filters{filter("state", QStringLiteral("with_team,arrived")),
                filter("until", QString::number(now_ms - unreturned_ms))};
        },
        "happened_at"},
};

} // namespace

store::TicketQuery queryForScope(QStringView scope, const Seat &seat, qint64 now_ms)
{
    store::TicketQuery query;
    for (const Scope &known : scopes) {
        if (scope != QLatin1StringView(known.id))
            continue;
        query.filters = known.filters(seat, now_ms);
        if (*known.sort) {
            query.sort = QString::fromLatin1(known.sort);
            query.descending = false;
        }
    }
    return query;
}

} // namespace items
