// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_progress.h"

#include <csignal>

namespace ctl
{

namespace
{

constexpr qint64 between_ms = 1000;

std::atomic<bool> wasInterrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set nothing else");

void onSignal(int)
{
    wasInterrupted = true;
}

} // namespace

const std::atomic<bool> &interrupted()
{
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    return wasInterrupted;
}

ImportProgressLine::ImportProgressLine(Session &session)
    : m_session(session)
{
}

void ImportProgressLine::show(const exchange::ImportProgress &progress)
{
    // The first one at once, to show that the work has begun.
    if (m_sinceLast.isValid() && m_sinceLast.elapsed() < between_ms)
        return;
    m_sinceLast.start();
    const qint64 percent = progress.size > 0 ? progress.bytesRead * 100 / progress.size : 100;
    m_session.say(Words::tr("%1 rows read (%2 %), %3 refused")
                      .arg(progress.counts.read)
                      .arg(percent)
                      .arg(progress.counts.refused));
}

} // namespace ctl
