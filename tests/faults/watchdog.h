// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace faults
{

/// Ends the test program with a word on what it was about when one case takes longer than it may.
class Watchdog
{
public:
    Watchdog(std::chrono::seconds patience, const QString &about)
        : m_thread([this, patience, about](const std::stop_token &stop) {
            std::unique_lock lock(m_mutex);
            if (!m_done.wait_for(lock, stop, patience, [] { return false; })
                && !stop.stop_requested())
                qFatal("no end in sight: %s", qPrintable(about));
        })
    {
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_done;
    std::jthread m_thread; // stops the waiting when the case ends in time
};

} // namespace faults
