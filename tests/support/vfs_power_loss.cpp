// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vfs_power_loss.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMutexLocker>

namespace support
{

namespace
{

// Replaying this many events costs less than writing the files.
constexpr size_t eventsPerState = 64;

QString canonicalFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        qFatal("%s can't be made", qPrintable(folder));
    const QString path = QFileInfo(folder).canonicalFilePath();
    return path.endsWith(QLatin1Char('/')) ? path : path + QLatin1Char('/');
}

// The unix VFS syncs the folder at the first sync of each journal that it may have created.
bool isOpenedAsNewJournal(int flags)
{
    constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
    return (flags & SQLITE_OPEN_CREATE) && (flags & journals);
}

} // namespace

PowerLossVfs::PowerLossVfs(const QString &folder)
    : VfsShim("power-loss")
    , m_folder(canonicalFolder(folder))
{
    adoptFolder();
}

void PowerLossVfs::adoptFolder()
{
    DiskState &state = m_states.emplace_back();
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next().mid(m_folder.size());
        if (path.endsWith(QLatin1String("-shm")))
            continue;
        m_nodes.insert(path, ++m_lastNode);
        m_found.push_back({.kind = DiskEvent::Adopt,
            .node = m_lastNode,
            .path = path,
            .image = FileImage::fromFile(m_folder + path)});
        state.apply(m_found.back());
    }
}

void PowerLossVfs::mark(qint64 id)
{
    const QMutexLocker lock(&m_mutex);
    m_events.push_back({.kind = DiskEvent::Mark, .number = id});
}

size_t PowerLossVfs::events() const
{
    const QMutexLocker lock(&m_mutex);
    return m_events.size();
}

QList<qint64> PowerLossVfs::marksBefore(size_t event) const
{
    const QMutexLocker lock(&m_mutex);
    QList<qint64> marks;
    for (size_t i = 0; i <= event && i < m_events.size(); ++i) {
        if (m_events[i].kind == DiskEvent::Mark)
            marks.append(m_events[i].number);
    }
    return marks;
}

QString PowerLossVfs::describe(size_t event) const
{
    const QMutexLocker lock(&m_mutex);
    return m_events.at(event).text();
}

void PowerLossVfs::materialise(size_t event, quint32 seed, const QString &folder)
{
    const QString disk = canonicalFolder(folder);
    if (m_folder.startsWith(disk) || disk.startsWith(m_folder))
        qFatal("%s would replace the recorded files", qPrintable(folder));
    QDir(disk).removeRecursively();
    QDir().mkpath(disk);
    const auto files = stateAfter(event).afterPowerLoss(seed);
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        QDir().mkpath(QFileInfo(disk + file.key()).path());
        file->saveAs(disk + file.key());
    }
}

DiskState PowerLossVfs::stateAfter(size_t event)
{
    const QMutexLocker lock(&m_mutex);
    if (event >= m_events.size())
        qFatal("there is no event %zu among %zu", event, m_events.size());
    while (m_states.size() <= event / eventsPerState) {
        DiskState state = m_states.back();
        const size_t start = (m_states.size() - 1) * eventsPerState;
        for (size_t i = start; i < start + eventsPerState; ++i)
            state.apply(m_events[i]);
        m_states.push_back(state);
    }
    DiskState state = m_states[event / eventsPerState];
    for (size_t i = event / eventsPerState * eventsPerState; i <= event; ++i)
        state.apply(m_events[i]);
    return state;
}

// Empty for a file that is not recorded: one without a path, or outside the folder.
QString PowerLossVfs::relativePath(const char *path) const
{
    const QString name = path ? QFile::decodeName(path) : QString();
    return name.startsWith(m_folder) ? name.mid(m_folder.size()) : QString();
}

// The lock is held through each change and its recording, so that the timeline has the order in
// which things happened, whichever threads they came from.
int PowerLossVfs::openFile(const char *path, File &file, int flags, int *flagsOut)
{
    const QString name = (flags & SQLITE_OPEN_DELETEONCLOSE) ? QString() : relativePath(path);
    if (name.isEmpty())
        return VfsShim::openFile(path, file, flags, flagsOut);
    const QMutexLocker lock(&m_mutex);
    const bool isNew = !QFileInfo::exists(m_folder + name);
    const int result = VfsShim::openFile(path, file, flags, flagsOut);
    if (result == SQLITE_OK) {
        recordOpen(name, isNew, file);
        m_handles.insert(&file, {m_nodes.value(name), name, isOpenedAsNewJournal(flags)});
    }
    return result;
}

void PowerLossVfs::recordOpen(const QString &path, bool isNew, File &file)
{
    if (!isNew && m_nodes.contains(path))
        return;
    m_nodes.insert(path, ++m_lastNode);
    DiskEvent event{.kind = DiskEvent::Create, .node = m_lastNode, .path = path};
    if (!isNew) {
        event.kind = DiskEvent::Adopt;
        event.image = contentOf(file);
    }
    m_events.push_back(event);
}

// Read through SQLite's own handle: closing another one would drop the process's POSIX locks.
FileImage PowerLossVfs::contentOf(File &file)
{
    sqlite3_int64 size = 0;
    file.below()->pMethods->xFileSize(file.below(), &size);
    QByteArray bytes(size, '\0');
    if (readFile(file, bytes.data(), int(size), 0) != SQLITE_OK)
        qFatal("a file that was just opened can't be read");
    FileImage image;
    image.write(0, bytes);
    return image;
}

void PowerLossVfs::closingFile(File &file)
{
    const QMutexLocker lock(&m_mutex);
    m_handles.remove(&file);
}

int PowerLossVfs::deleteFile(const char *path, int syncFolder)
{
    const QMutexLocker lock(&m_mutex);
    const int result = VfsShim::deleteFile(path, syncFolder);
    const QString name = relativePath(path);
    if (result == SQLITE_OK && m_nodes.remove(name))
        m_events.push_back(
            {.kind = DiskEvent::Delete, .path = name, .syncsFolder = syncFolder != 0});
    return result;
}

int PowerLossVfs::writeFile(File &file, const void *bytes, int size, sqlite3_int64 offset)
{
    const QMutexLocker lock(&m_mutex);
    const int result = VfsShim::writeFile(file, bytes, size, offset);
    const auto handle = m_handles.constFind(&file);
    if (result == SQLITE_OK && handle != m_handles.cend())
        m_events.push_back({.kind = DiskEvent::Write,
            .node = handle->node,
            .path = handle->path,
            .number = offset,
            .bytes = QByteArray(static_cast<const char *>(bytes), size)});
    return result;
}

int PowerLossVfs::truncateFile(File &file, sqlite3_int64 size)
{
    const QMutexLocker lock(&m_mutex);
    const int result = VfsShim::truncateFile(file, size);
    const auto handle = m_handles.constFind(&file);
    if (result == SQLITE_OK && handle != m_handles.cend())
        m_events.push_back({.kind = DiskEvent::Truncate,
            .node = handle->node,
            .path = handle->path,
            .number = size});
    return result;
}

int PowerLossVfs::syncFile(File &file, int flags)
{
    const QMutexLocker lock(&m_mutex);
    const int result = VfsShim::syncFile(file, flags);
    const auto handle = m_handles.find(&file);
    if (result == SQLITE_OK && handle != m_handles.end()) {
        m_events.push_back({.kind = DiskEvent::Sync,
            .node = handle->node,
            .path = handle->path,
            .syncsFolder = handle->syncsFolder});
        handle->syncsFolder = false;
    }
    return result;
}

} // namespace support
