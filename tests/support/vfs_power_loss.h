// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/vfs_disk.h"
#include "support/vfs_shim.h"

#include <QMutex>

#include <deque>
#include <vector>

namespace support
{

// A witness of all that databases below one folder do to their disk, who can afterwards show what
// the disk might have held had power been cut at any moment: all that was synced, and any part of
// what was not. The databases themselves run on undisturbed. Between the disk's events stand the
// marks of the test, each meaning that something has been acknowledged, so that it must be found
// after every later power loss. Files that are written past SQLite are seen as they are when the
// shim is made, or when SQLite first opens them. Thread-safe.
class PowerLossVfs final : public VfsShim
{
public:
    // Records below `folder`, which is made when missing; what it holds counts as synced. No
    // database below it may be open yet.
    explicit PowerLossVfs(const QString &folder);

    // Records that what the test knows by `id` has been acknowledged.
    void mark(qint64 id);

    // Events so far, marks included; they are numbered from 0.
    size_t events() const;
    // The marks up to and including `event`, in the order in which they were put in.
    QList<qint64> marksBefore(size_t event) const;
    // One line for a test's message, such as "write 4096 bytes at 56 of desk.db-wal".
    QString describe(size_t event) const;

    // Replaces the content of `folder` by a disk that lost power right after `event`. The seed
    // decides what became of unsynced changes; shared memory (-shm) never survives. Ends the test
    // program when the folder can't be written, when there is no such event, or when the folder
    // would replace the recorded one.
    void materialise(size_t event, quint32 seed, const QString &folder);

private:
    struct Handle {
        quint32 node;
        QString path;
        bool syncsFolder;
    };

    int openFile(const char *path, File &file, int flags, int *flagsOut) override;
    void closingFile(File &file) override;
    int deleteFile(const char *path, int syncFolder) override;
    int writeFile(File &file, const void *bytes, int size, sqlite3_int64 offset) override;
    int truncateFile(File &file, sqlite3_int64 size) override;
    int syncFile(File &file, int flags) override;

    void adoptFolder();
    void recordOpen(const QString &path, bool isNew, File &file);
    FileImage contentOf(File &file);
    QString relativePath(const char *path) const;
    DiskState stateAfter(size_t event);

    const QString m_folder; // canonical, with a slash at the end
    mutable QMutex m_mutex;
    std::deque<DiskEvent> m_events; // a deque, because states point to its events
    std::vector<DiskState> m_states; // m_states[i] is the disk before event i * eventsPerState
    std::deque<DiskEvent> m_found; // what was there at first
    QHash<QString, quint32> m_nodes; // by relative path
    QHash<const File *, Handle> m_handles;
    quint32 m_lastNode = 0;
};

} // namespace support
