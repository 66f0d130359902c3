// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/online_channel.h"

namespace app
{

/// What this desk asks and what came of it, for its window. For any thread; the reader belongs to it.
QVector<items::OnlineSource> findOnlineSources(Desk &desk, store::Reader &reader);

/// What a stranger says, without the numbers of people that may stand in it.
QString shownReason(const QString &reason);

/// Puts what somebody typed into the desk's book, or says why it can't be. For another thread than the window's.
std::optional<domain::Refusal> putOnline(
    Desk &desk, store::Reader &reader, const items::OnlineSetup &setup);
std::optional<domain::Refusal> removeOnline(Desk &desk, store::Reader &reader, const QString &name);

} // namespace app
