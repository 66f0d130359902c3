// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vfs_shim.h"

#include <QtGlobal>

namespace support
{

// The C functions that SQLite calls, and the tables that it finds them in.
struct VfsCalls {
    using File = VfsShim::File;

    static File &fileOf(sqlite3_file *file) { return *reinterpret_cast<File *>(file); }
    static VfsShim &shimOf(sqlite3_vfs *vfs) { return *static_cast<VfsShim *>(vfs->pAppData); }
    static sqlite3_vfs *below(sqlite3_vfs *vfs) { return shimOf(vfs).m_below; }
    static sqlite3_file *below(sqlite3_file *file) { return fileOf(file).below(); }

    // The function that passes the call of one table entry to the same entry below.
    template <typename Result, typename... Arguments>
    using VfsEntry = Result (*sqlite3_vfs::*)(sqlite3_vfs *, Arguments...);
    template <typename Result, typename... Arguments>
    using FileEntry = Result (*sqlite3_io_methods::*)(sqlite3_file *, Arguments...);

    template <auto entry, typename Result, typename... Arguments>
    static constexpr auto passOn(VfsEntry<Result, Arguments...>)
    {
        return +[](sqlite3_vfs *vfs, Arguments... arguments) -> Result {
            return (below(vfs)->*entry)(below(vfs), arguments...);
        };
    }
    template <auto entry, typename Result, typename... Arguments>
    static constexpr auto passOn(FileEntry<Result, Arguments...>)
    {
        return +[](sqlite3_file *file, Arguments... arguments) -> Result {
            return (below(file)->pMethods->*entry)(below(file), arguments...);
        };
    }
    template <auto entry> static constexpr auto passOn() { return passOn<entry>(entry); }

    static int open(
        sqlite3_vfs *vfs, const char *path, sqlite3_file *handle, int flags, int *flagsOut)
    {
        VfsShim &shim = shimOf(vfs);
        File &file = fileOf(handle);
        file.base.pMethods = nullptr;
        file.shim = &shim;
        file.below()->pMethods = nullptr;
        const int result = shim.openFile(path, file, flags, flagsOut);
        if (result == SQLITE_OK) {
            file.base.pMethods = file.below()->pMethods->xShmMap ? &methods : &methodsWithoutShared;
            ++shim.m_openFiles;
        } else if (file.below()->pMethods) {
            file.below()->pMethods->xClose(file.below());
        }
        return result;
    }
    static int close(sqlite3_file *handle)
    {
        File &file = fileOf(handle);
        file.shim->closingFile(file);
        const int result = file.below()->pMethods->xClose(file.below());
        --file.shim->m_openFiles;
        return result;
    }
    static int remove(sqlite3_vfs *vfs, const char *path, int syncFolder)
    {
        return shimOf(vfs).deleteFile(path, syncFolder);
    }
    static int read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
    {
        return fileOf(file).shim->readFile(fileOf(file), bytes, size, offset);
    }
    static int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
    {
        return fileOf(file).shim->writeFile(fileOf(file), bytes, size, offset);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        return fileOf(file).shim->truncateFile(fileOf(file), size);
    }
    static int sync(sqlite3_file *file, int flags)
    {
        return fileOf(file).shim->syncFile(fileOf(file), flags);
    }
    static int mapShared(
        sqlite3_file *file, int region, int size, int extend, void volatile **memory)
    {
        return fileOf(file).shim->mapShared(fileOf(file), region, size, extend, memory);
    }
    // A size hint would let the VFS below grow the file behind the shim's back.
    static int control(sqlite3_file *file, int operation, void *argument)
    {
        if (operation == SQLITE_FCNTL_SIZE_HINT)
            return SQLITE_OK;
        return below(file)->pMethods->xFileControl(below(file), operation, argument);
    }

    static constexpr sqlite3_io_methods makeMethods(int version);
    static const sqlite3_io_methods methods;
    static const sqlite3_io_methods methodsWithoutShared;
    static sqlite3_vfs makeVfs(VfsShim &shim);
};

// Version 3 would add memory-mapped pages, which are read without the shim seeing it.
constexpr sqlite3_io_methods VfsCalls::makeMethods(int version)
{
    using Table = sqlite3_io_methods;
    Table table{};
    table.iVersion = version;
    table.xClose = close;
    table.xRead = read;
    table.xWrite = write;
    table.xTruncate = truncate;
    table.xSync = sync;
    table.xFileSize = passOn<&Table::xFileSize>();
    table.xLock = passOn<&Table::xLock>();
    table.xUnlock = passOn<&Table::xUnlock>();
    table.xCheckReservedLock = passOn<&Table::xCheckReservedLock>();
    table.xFileControl = control;
    table.xSectorSize = passOn<&Table::xSectorSize>();
    table.xDeviceCharacteristics = passOn<&Table::xDeviceCharacteristics>();
    table.xShmMap = mapShared;
    table.xShmLock = passOn<&Table::xShmLock>();
    table.xShmBarrier = passOn<&Table::xShmBarrier>();
    table.xShmUnmap = passOn<&Table::xShmUnmap>();
    return table;
}

constexpr sqlite3_io_methods VfsCalls::methods = makeMethods(2);
constexpr sqlite3_io_methods VfsCalls::methodsWithoutShared = makeMethods(1);

sqlite3_vfs VfsCalls::makeVfs(VfsShim &shim)
{
    using Table = sqlite3_vfs;
    Table table{};
    table.iVersion = 2;
    table.szOsFile = int(sizeof(File)) + shim.m_below->szOsFile;
    table.mxPathname = shim.m_below->mxPathname;
    table.zName = shim.m_name.constData();
    table.pAppData = &shim;
    table.xOpen = open;
    table.xDelete = remove;
    table.xAccess = passOn<&Table::xAccess>();
    table.xFullPathname = passOn<&Table::xFullPathname>();
    table.xDlOpen = passOn<&Table::xDlOpen>();
    table.xDlError = passOn<&Table::xDlError>();
    table.xDlSym = passOn<&Table::xDlSym>();
    table.xDlClose = passOn<&Table::xDlClose>();
    table.xRandomness = passOn<&Table::xRandomness>();
    table.xSleep = passOn<&Table::xSleep>();
    table.xCurrentTime = passOn<&Table::xCurrentTime>();
    table.xGetLastError = passOn<&Table::xGetLastError>();
    table.xCurrentTimeInt64 = passOn<&Table::xCurrentTimeInt64>();
    return table;
}

VfsShim::VfsShim(const QByteArray &name)
    : m_name(name)
    , m_below(sqlite3_vfs_find(nullptr))
{
    m_vfs = VfsCalls::makeVfs(*this);
}

VfsShim::~VfsShim()
{
    remove();
    // A connection that lives on would call into freed memory, far from the test that left it open.
    if (m_openFiles > 0)
        qFatal("%s: %d files are still open", m_name.constData(), m_openFiles.load());
}

void VfsShim::install()
{
    sqlite3_vfs_register(&m_vfs, 1);
}

void VfsShim::remove()
{
    sqlite3_vfs_unregister(&m_vfs);
}

int VfsShim::openFile(const char *path, File &file, int flags, int *flagsOut)
{
    return m_below->xOpen(m_below, path, file.below(), flags, flagsOut);
}

void VfsShim::closingFile(File &) { }

int VfsShim::deleteFile(const char *path, int syncFolder)
{
    return m_below->xDelete(m_below, path, syncFolder);
}

int VfsShim::readFile(File &file, void *bytes, int size, sqlite3_int64 offset)
{
    return file.below()->pMethods->xRead(file.below(), bytes, size, offset);
}

int VfsShim::writeFile(File &file, const void *bytes, int size, sqlite3_int64 offset)
{
    return file.below()->pMethods->xWrite(file.below(), bytes, size, offset);
}

int VfsShim::truncateFile(File &file, sqlite3_int64 size)
{
    return file.below()->pMethods->xTruncate(file.below(), size);
}

int VfsShim::syncFile(File &file, int flags)
{
    return file.below()->pMethods->xSync(file.below(), flags);
}

int VfsShim::mapShared(File &file, int region, int size, int extend, void volatile **memory)
{
    return file.below()->pMethods->xShmMap(file.below(), region, size, extend, memory);
}

} // namespace support
