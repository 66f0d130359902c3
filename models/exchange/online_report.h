// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/open311_request.h"

#include "domain/refusal.h"

#include <optional>

namespace exchange
{

// What came of asking a service, or of emptying a drop folder.
struct OnlineReport {
    qint64 read = 0; // requests that came, each counted once
    qint64 accepted = 0; // new tickets
    qint64 updated = 0; // known ones to which the source says something new
    qint64 unchanged = 0;
    qint64 refused = 0;
    qint64 waiting = 0; // those that have a token and no number yet
    qint64 attachments = 0;
    qint64 statusSent = 0;
    bool isStopped = false; // somebody ended it before it was through
    QVector<Open311Problem> problems; // what was refused, left out or not fetched, and why
    std::optional<domain::Refusal>
        failure; // the service or the desk failed; what was counted stays
};

} // namespace exchange
