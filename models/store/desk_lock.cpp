// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_lock.h"

#include "store/words.h"

namespace store
{

using domain::Refusal;

namespace
{

/// Longer than anyone needs from making the lock's file to writing his name into it.
constexpr int naming_ms = 200;

struct Holder {
    qint64 process = 0;
    QString host;
    QString program;
};

std::optional<Holder> holderOf(const QLockFile &lock)
{
    Holder holder;
    if (lock.error() != QLockFile::LockFailedError
        || !lock.getLockInfo(&holder.process, &holder.host, &holder.program))
        return {};
    return holder;
}

/// A lock's file without a name belongs to someone who is just taking the desk, or who died while he did. After
/// a moment it is the latter, unless the system's own lock on the file, which dies with its holder, still stands.
bool takeFromNameless(QLockFile &lock)
{
    if (lock.error() != QLockFile::LockFailedError || holderOf(lock))
        return false;
    return lock.tryLock(naming_ms)
        || (!holderOf(lock) && lock.removeStaleLockFile() && lock.tryLock());
}

} // namespace

std::optional<Refusal> takeLock(QLockFile &lock, const DeskFolder &folder)
{
    // A holder that works for hours is not stale; one that died is, at once.
    lock.setStaleLockTime(0);
    if (lock.tryLock() || takeFromNameless(lock))
        return {};
    if (const auto holder = holderOf(lock)) {
        return Refusal{{},
            Words::tr("The desk in %1 is open in %2 (process %3 on %4).")
                .arg(folder.path, holder->program)
                .arg(holder->process)
                .arg(holder->host),
            Words::tr("Write there, or close it first. Reading goes on."), Refusal::Device};
    }
    return Refusal{{}, Words::tr("The desk's folder %1 can't be written.").arg(folder.path),
        Words::tr("Check its permissions."), Refusal::Device};
}

} // namespace store
