// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vfs_failing.h"

#include <QFile>
#include <QMutexLocker>

#include <cstring>

namespace support
{

FailingVfs::FailingVfs()
    : VfsShim("failing")
{
}

void FailingVfs::arm(qint64 n, int code, bool sticky, Calls which)
{
    const QMutexLocker lock(&m_mutex);
    m_which = which;
    m_failing = n;
    m_code = code;
    m_sticky = sticky;
    m_calls = 0;
    m_hit = false;
}

void FailingVfs::disarm()
{
    const QMutexLocker lock(&m_mutex);
    m_failing = 0;
}

qint64 FailingVfs::calls() const
{
    const QMutexLocker lock(&m_mutex);
    return m_calls;
}

bool FailingVfs::hit() const
{
    const QMutexLocker lock(&m_mutex);
    return m_hit;
}

int FailingVfs::answerTo(Call call)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_which.testFlag(call))
        return SQLITE_OK;
    ++m_calls;
    const bool armed = m_failing > 0;
    if (!armed || m_calls < m_failing || (m_calls > m_failing && !m_sticky))
        return SQLITE_OK;
    m_hit = true;
    return m_code;
}

int FailingVfs::openFile(const char *path, File &file, int flags, int *flagsOut)
{
    // A temporary file comes without a path and is always new.
    const bool creates =
        (flags & SQLITE_OPEN_CREATE) && (!path || !QFile::exists(QFile::decodeName(path)));
    const int answer = creates ? answerTo(Create) : SQLITE_OK;
    return answer != SQLITE_OK ? answer : VfsShim::openFile(path, file, flags, flagsOut);
}

int FailingVfs::deleteFile(const char *path, int syncFolder)
{
    const int answer = answerTo(Delete);
    return answer != SQLITE_OK ? answer : VfsShim::deleteFile(path, syncFolder);
}

int FailingVfs::readFile(File &file, void *bytes, int size, sqlite3_int64 offset)
{
    const int answer = answerTo(Read);
    if (answer != SQLITE_OK && answer != SQLITE_IOERR_SHORT_READ)
        return answer;
    const int result = VfsShim::readFile(file, bytes, size, offset);
    if (answer == SQLITE_OK || result != SQLITE_OK)
        return result;
    std::memset(static_cast<char *>(bytes) + size / 2, 0, size_t(size - size / 2));
    return answer;
}

int FailingVfs::writeFile(File &file, const void *bytes, int size, sqlite3_int64 offset)
{
    const int answer = answerTo(Write);
    if (answer == SQLITE_OK)
        return VfsShim::writeFile(file, bytes, size, offset);
    if (size > 1)
        VfsShim::writeFile(file, bytes, size / 2, offset);
    return answer;
}

int FailingVfs::truncateFile(File &file, sqlite3_int64 size)
{
    const int answer = answerTo(Truncate);
    return answer != SQLITE_OK ? answer : VfsShim::truncateFile(file, size);
}

int FailingVfs::syncFile(File &file, int flags)
{
    const int answer = answerTo(Sync);
    return answer != SQLITE_OK ? answer : VfsShim::syncFile(file, flags);
}

int FailingVfs::mapShared(File &file, int region, int size, int extend, void volatile **memory)
{
    const int answer = extend ? answerTo(GrowShared) : SQLITE_OK;
    if (answer == SQLITE_OK)
        return VfsShim::mapShared(file, region, size, extend, memory);
    *memory = nullptr;
    return answer;
}

} // namespace support
