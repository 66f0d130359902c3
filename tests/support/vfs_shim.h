// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <atomic>
#include <sqlite3.h>

namespace support
{

// A layer between SQLite and the files of a database, so that a test can see or spoil what the
// program does to its disk. Everything that a subclass leaves alone goes to the VFS that was the
// default when the shim was made, WAL shared memory included; shims therefore stack. While it is
// installed, every database that is opened by path passes through it, whoever opens it and in
// whichever thread. The shim must outlive the connections that were opened through it.
class VfsShim
{
public:
    virtual ~VfsShim();
    VfsShim(const VfsShim &) = delete;
    VfsShim &operator=(const VfsShim &) = delete;

    // Makes the shim SQLite's default VFS.
    void install();
    // Gives the place back. Open connections keep using the shim until they are closed.
    void remove();

protected:
    // One open file: SQLite sees the base, the file of the VFS below follows in memory.
    struct File {
        sqlite3_file base;
        VfsShim *shim;
        sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    // `name` is the VFS's name within SQLite and must be unique among the shims that are alive.
    explicit VfsShim(const QByteArray &name);

    // What a subclass may override; each does what the VFS below does and returns its result code.
    virtual int openFile(const char *path, File &file, int flags, int *flagsOut);
    virtual void closingFile(File &file);
    virtual int deleteFile(const char *path, int syncFolder);
    virtual int readFile(File &file, void *bytes, int size, sqlite3_int64 offset);
    virtual int writeFile(File &file, const void *bytes, int size, sqlite3_int64 offset);
    virtual int truncateFile(File &file, sqlite3_int64 size);
    virtual int syncFile(File &file, int flags);
    virtual int mapShared(File &file, int region, int size, int extend, void volatile **memory);

private:
    friend struct VfsCalls;

    const QByteArray m_name;
    sqlite3_vfs *const m_below;
    sqlite3_vfs m_vfs{};
    std::atomic<int> m_openFiles = 0;
};

} // namespace support
