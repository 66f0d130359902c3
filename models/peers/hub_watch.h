// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

class QSqlDriver;
class QString;

namespace peers
{

/// Sees to it that nobody waits for ever: a statement that hasn't ended within its time gets its socket shut, so that the blocked
/// call comes back with an error. The system's own limits don't help where the other side's kernel still answers but its
/// server doesn't.
class HubWatch
{
public:
    HubWatch(const QSqlDriver &driver, int patience_ms);
    ~HubWatch();
    HubWatch(const HubWatch &) = delete;
    HubWatch &operator=(const HubWatch &) = delete;

    /// Ends the statement under way, and with it the connection; from any thread.
    void cut();

    /// While one lives, a statement is under way.
    class Round
    {
    public:
        explicit Round(HubWatch &watch)
            : m_watch(watch)
        {
            m_watch.begin();
        }
        ~Round() { m_watch.end(); }
        Round(const Round &) = delete;
        Round &operator=(const Round &) = delete;

    private:
        HubWatch &m_watch;
    };

private:
    using Time = std::chrono::steady_clock::time_point;

    void begin();
    void end();
    void watch();

    const int m_socket;
    const std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Time m_deadline = Time::max();
    bool m_ends = false;
    std::thread m_thread;
};

/// The way to a connection's watch for those who live on another thread and can't wait until it is answered.
class HubBrake
{
public:
    /// Null when there is no connection any more.
    void hold(HubWatch *watch)
    {
        const std::scoped_lock lock(m_mutex);
        m_watch = watch;
    }
    void pull()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_watch)
            m_watch->cut();
    }

private:
    std::mutex m_mutex;
    HubWatch *m_watch = nullptr;
};

/// "host:port" of the server at the other end.
QString serverOf(const QSqlDriver &driver);
/// Whether the connection still stands, as far as this side has noticed; asks nobody.
bool isStanding(const QSqlDriver &driver);

} // namespace peers
