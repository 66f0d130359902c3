// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check_parts.h"
#include "store/words.h"

namespace store
{

namespace
{

constexpr Finding (*parts[])(const Checked &) = {
    checkTables, checkRecord, checkProjections, checkKeys, checkAttachments, checkText};

} // namespace

std::optional<Damage> findDamage(const DeskFolder &folder, const Secrets &secrets,
    const std::function<void(const QString &, qint64, qint64)> &progress)
{
    try {
        Database database(folder.database(), Database::Access::ReadOnly);
        const auto quiet = [](const QString &, qint64, qint64) {};
        const Checked checked{folder, secrets, database, progress ? progress : quiet};
        for (const auto &part : parts) {
            if (auto damage = part(checked))
                return damage;
        }
        return {};
    } catch (const SqlFailure &failure) {
        return Damage{
            Words::tr("The database can't be read: %1").arg(failure.message()), folder.database()};
    }
}

} // namespace store
