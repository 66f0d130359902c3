// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bare.h"
#include "bench/times.h"

#include <functional>
#include <vector>

namespace bench
{

/// One question: as the window asks it, and as a bare statement that gives the same rows.
struct Question {
    QString name;
    std::function<void()> ours;
    std::function<void()> bare;
    bool hasBar = true; ///< must hold the bar of one frame
};

/// Asks all questions by turns, so often; prints what each took and which bars hold. The figure of the whole is
/// that of the slowest question with a bar.
QJsonObject ask(const std::vector<Question> &questions, int rounds);

} // namespace bench
