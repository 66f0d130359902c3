// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check_parts.h"
#include "store/words.h"

#include <sqlite3.h>

namespace store
{

namespace
{

constexpr Finding (*parts[])(const Checked &) = {
    checkTables, checkRecord, checkProjections, checkKeys, checkAttachments, checkText};

constexpr int stepsBetweenLooks = 100'000; // of SQLite's machine: some milliseconds

struct Stopped {
};

int isToStop(void *stop)
{
    return *static_cast<const std::atomic<bool> *>(stop) ? 1 : 0;
}

} // namespace

std::optional<Damage> findDamage(const DeskFolder &folder, const Secrets &secrets,
    const std::function<void(const QString &, qint64, qint64)> &progress,
    const std::atomic<bool> *stop)
{
    try {
        Database database(folder.database(), Database::Access::ReadOnly);
        // SQLite's own look at its structures is one statement that takes minutes.
        if (stop)
            sqlite3_progress_handler(database.handle(), stepsBetweenLooks, isToStop,
                const_cast<std::atomic<bool> *>(stop));
        const auto tell = [&](const QString &step, qint64 done, qint64 all) {
            if (stop && *stop)
                throw Stopped();
            if (progress)
                progress(step, done, all);
        };
        database.run("BEGIN");
        const Checked checked{folder, secrets, database, tell};
        for (const auto &part : parts) {
            if (stop && *stop)
                return {};
            if (auto damage = part(checked))
                return damage;
        }
        return {};
    } catch (const Stopped &) {
        return {};
    } catch (const SqlFailure &failure) {
        if (stop && *stop)
            return {};
        return Damage{
            Words::tr("The database can't be read: %1").arg(failure.message()), folder.database()};
    }
}

} // namespace store
