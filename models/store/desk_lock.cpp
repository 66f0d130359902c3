// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_lock.h"

#include "store/words.h"

namespace store
{

using domain::Refusal;

std::optional<Refusal> takeLock(QLockFile &lock, const DeskFolder &folder)
{
    // A holder that works for hours is not stale; one that died is, at once.
    lock.setStaleLockTime(0);
    if (lock.tryLock())
        return {};
    qint64 process = 0;
    QString host, program;
    if (lock.error() == QLockFile::LockFailedError && lock.getLockInfo(&process, &host, &program)) {
        return Refusal{{},
            Words::tr("The desk in %1 is open in %2 (process %3 on %4).")
                .arg(folder.path, program)
                .arg(process)
                .arg(host),
            Words::tr("Write there, or close it first. Reading goes on."), Refusal::Device};
    }
    return Refusal{{}, Words::tr("The desk's folder %1 can't be written.").arg(folder.path),
        Words::tr("Check its permissions."), Refusal::Device};
}

} // namespace store
