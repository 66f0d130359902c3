// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/refusal.h"
#include "store/restore.h"
#include "store/secrets_file.h"

#include <optional>

namespace app
{

/// What stands before a desk's window and between two of them: unlocking, and a restore while no window has the desk.

/// Opens the desk's secrets: by themselves, from the keyring, else a person is asked. Nothing when that person gives up;
/// a refusal where asking doesn't help.
std::variant<std::monostate, store::Secrets, domain::Refusal> unlock(
    const store::DeskFolder &folder, store::Keyring &keyring, domain::Random &random);

/// What a person ordered in the wizard.
struct RestoreOrder {
    QString file;
    QString typed; ///< passphrase or code of the backup
    std::optional<store::Secrets> secrets; ///< of the desk that was open
};

/// Where there is no desk yet: asks which backup is to be restored. Nothing when the person thinks better of it.
std::optional<RestoreOrder> askForRestore();

/// Restores with its progress shown, and says how it ended. The desk must be closed.
void carryOut(const RestoreOrder &order, const store::DeskFolder &folder, domain::Clock &clock,
    domain::Random &random);

} // namespace app
