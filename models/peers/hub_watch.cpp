// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_watch.h"

#include <QLibrary>
#include <QSqlDriver>
#include <QVariant>

#include <sys/socket.h>

namespace peers
{

namespace
{

/// The driver's handle is a connection of libpq, which the driver has loaded; asking that very library spares a dependency
/// of our own on it.
template <typename Answer> Answer askLibrary(const QSqlDriver &driver, const char *function)
{
    const QVariant handle = driver.handle();
    static QLibrary library(QStringLiteral("pq"), 5);
    using Function = Answer (*)(void *);
    const auto ask = reinterpret_cast<Function>(library.resolve(function));
    void *connection = handle.isValid() ? *static_cast<void *const *>(handle.constData()) : nullptr;
    return ask && connection ? ask(connection) : Answer{};
}

} // namespace

QString serverOf(const QSqlDriver &driver)
{
    const auto *host = askLibrary<const char *>(driver, "PQhost");
    const auto *port = askLibrary<const char *>(driver, "PQport");
    return QStringLiteral("%1:%2").arg(QString::fromUtf8(host), QString::fromUtf8(port));
}

bool isStanding(const QSqlDriver &driver)
{
    return askLibrary<int>(driver, "PQstatus") == 0; // CONNECTION_OK
}

HubWatch::HubWatch(const QSqlDriver &driver, int patience_ms)
    : m_socket(askLibrary<int>(driver, "PQsocket"))
    , m_patience(patience_ms)
    , m_thread([this] { watch(); })
{
}

HubWatch::~HubWatch()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void HubWatch::cut()
{
    if (m_socket > 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

void HubWatch::begin()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_deadline = std::chrono::steady_clock::now() + m_patience;
    }
    m_changed.notify_one();
}

void HubWatch::end()
{
    const std::scoped_lock lock(m_mutex);
    m_deadline = Time::max();
}

void HubWatch::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        if (m_deadline == Time::max()) {
            m_changed.wait(lock);
        } else if (std::chrono::steady_clock::now() >= m_deadline) {
            // Shut, not closed: the number stays the driver's until it closes the connection itself.
            cut();
            m_deadline = Time::max();
        } else {
            m_changed.wait_until(lock, m_deadline);
        }
    }
}

} // namespace peers
