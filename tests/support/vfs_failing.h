// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/vfs_shim.h"

#include <QFlags>
#include <QMutex>

namespace support
{

// A disk that refuses at a chosen moment: full, broken, unreadable. It counts the calls that a
// database makes to its disk and fails the n-th of them, so that a test can go through all places
// where a disk can let the program down. A write that fails leaves its first half behind, as a
// real one may. Thread-safe.
class FailingVfs final : public VfsShim
{
public:
    enum Call {
        Write = 0x01,
        Sync = 0x02,
        Truncate = 0x04,
        Create = 0x08, // opening a file that is not there yet
        Delete = 0x10,
        GrowShared = 0x20, // WAL shared memory that may have to grow
        Read = 0x40,
    };
    Q_DECLARE_FLAGS(Calls, Call)
    static constexpr Calls writeSide{Write, Sync, Truncate, Create, Delete, GrowShared};
    // What a full disk refuses; it still lets go of space, and syncs what it has.
    static constexpr Calls needSpace{Write, Create, GrowShared};

    FailingVfs();

    // From now on counts `which` from 1 and answers the n-th with the SQLite result `code`; when
    // `sticky`, all later ones too; with n = 0 it counts alone. SQLITE_IOERR_SHORT_READ as the answer to a read gives the
    // first half of what was asked for, and zeros, as at the end of a file that was cut off.
    void arm(qint64 n, int code, bool sticky = false, Calls which = writeSide);
    // Lets everything through again; goes on counting.
    void disarm();

    // Counted since the shim was made or last armed.
    qint64 calls() const;
    // Whether a call has failed since the shim was last armed.
    bool hit() const;

private:
    int openFile(const char *path, File &file, int flags, int *flagsOut) override;
    int deleteFile(const char *path, int syncFolder) override;
    int readFile(File &file, void *bytes, int size, sqlite3_int64 offset) override;
    int writeFile(File &file, const void *bytes, int size, sqlite3_int64 offset) override;
    int truncateFile(File &file, sqlite3_int64 size) override;
    int syncFile(File &file, int flags) override;
    int mapShared(File &file, int region, int size, int extend, void volatile **memory) override;

    int answerTo(Call call);

    mutable QMutex m_mutex;
    Calls m_which = writeSide;
    qint64 m_failing = 0; // 0: none
    int m_code = SQLITE_OK;
    bool m_sticky = false;
    qint64 m_calls = 0;
    bool m_hit = false;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(FailingVfs::Calls)

} // namespace support
