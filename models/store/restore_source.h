// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backup_file.h"
#include "store/restore.h"

namespace store
{

/// The two kinds of backup as a restore sees them: what is laid into the empty folder `into` as a desk's would lie there, and
/// which secrets the desk has afterwards.
class RestoreSource
{
public:
    virtual ~RestoreSource() = default;
    /// Whether it is for the desk that is in `folder`, if any, and who that desk is afterwards.
    virtual std::variant<Secrets, domain::Refusal> findSecrets(const DeskFolder &folder) = 0;
    virtual std::optional<domain::Refusal> layOut(const DeskFolder &into) = 0;
    /// After layOut(): the secrets from the backup, where they are needed.
    virtual bool bringsSecrets() const { return false; }
};

/// By what the file says of itself.
std::unique_ptr<RestoreSource> makeSource(const RestoreAsk &ask);

domain::Refusal notABackup(const QString &file, const QString &why);

} // namespace store
