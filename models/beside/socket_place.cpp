// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/socket_place.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace beside
{

namespace
{
/// Of the 108 bytes that a socket's address has on Linux, 104 elsewhere.
constexpr qsizetype longestPath = 100;
} // namespace

SocketPlace::SocketPlace(const store::DeskFolder &folder)
    : m_path(QFileInfo(folder.socket()).absoluteFilePath())
{
#ifdef Q_OS_LINUX
    if (QFile::encodeName(m_path).size() <= longestPath)
        return;
    const QFileInfo socket(m_path);
    m_handle =
        ::open(QFile::encodeName(socket.path()).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    m_path = QStringLiteral("/proc/self/fd/%1/%2").arg(m_handle).arg(socket.fileName());
#endif
}

SocketPlace::~SocketPlace()
{
#ifdef Q_OS_LINUX
    if (m_handle >= 0)
        ::close(m_handle);
#endif
}

bool isSameUser(qintptr socket)
{
#ifdef Q_OS_LINUX
    ucred other{};
    socklen_t size = sizeof other;
    return ::getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &other, &size) == 0
        && other.uid == ::geteuid();
#else
    // There the socket's permissions and the proof are what keeps others out.
    Q_UNUSED(socket)
    return true;
#endif
}

} // namespace beside
