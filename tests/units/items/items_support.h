// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/source.h"
#include "support/small_desk.h"

namespace support
{

/// What item models of this desk read from.
inline items::Source sourceOf(SmallDesk &desk)
{
    return {desk.read(), [&desk] { return desk.desk().newReader(); }};
}

/// A repair that happened so many minutes before now.
inline domain::Values repair(SmallDesk &desk, const QString &title, int minutesAgo = 0)
{
    using namespace domain;
    return {{field::Kind, QStringLiteral("repair")}, {field::Line, QStringLiteral("water")},
        {field::Title, title}, {field::HappenedAt, desk.clock.now_ms() - minutesAgo * 60'000LL}};
}

/// Takes in many repairs in one transaction, the first one the newest.
inline void openMany(SmallDesk &desk, int count, const QString &title)
{
    QVector<domain::Command> commands;
    for (int at = 0; at < count; ++at) {
        commands << domain::OpenTicket{.ticket = desk.desk().freshId(),
            .values = repair(desk, QStringLiteral("%1 %2").arg(title).arg(at), at)};
    }
    for (const store::Verdict &verdict : desk.desk().submitAll(commands).result()) {
        if (const domain::Refusal *refusal = store::refused(verdict))
            qFatal("%s", qPrintable(refusal->text()));
    }
}

} // namespace support
