// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/secrets_file.h"

namespace store
{

/// How a desk is opened, and how that changes. Each change gives the secrets with their new slots, which then are on the
/// disk; after a refusal the desk opens as before. A slot in the keyring never stands alone: what a person knows or
/// keeps in a drawer opens the desk too, so that no change of keyring locks anyone out. Whoever changes has taken the
/// desk for writing.

/// What stands open to whoever may read the file is not protected; what it is otherwise, in this order.
enum class Protection { None, Keyring, Passphrase };

using KeyChange = std::variant<Secrets, domain::Refusal>;

Protection protectionOf(const QVector<record::KeySlot> &keySlots);

/// Takes the place of the passphrase that was, and ends that the desk stands open. Backups from now on open with it.
KeyChange setPassphrase(const DeskFolder &folder, const Secrets &secrets, const QString &passphrase,
    const record::Stretching &stretching, domain::Random &random);
/// What a passphrase must be, or why this one isn't.
std::optional<domain::Refusal> checkPassphrase(const QString &passphrase);

/// The code on the sheet is worth nothing any more when the next is made.
KeyChange setRecoveryCode(const DeskFolder &folder, const Secrets &secrets,
    const record::RecoveryCode &code, domain::Random &random);

/// The keyring opens the desk at start from now on, and nobody is asked. Refused without a passphrase or a code, and
/// where the keyring doesn't give back what it was given.
KeyChange addToKeyring(
    const DeskFolder &folder, const Secrets &secrets, Keyring &keyring, domain::Random &random);
/// The passphrase is asked at start.
KeyChange removeFromKeyring(
    const DeskFolder &folder, const Secrets &secrets, Keyring *keyring, domain::Random &random);
/// Back to a desk that opens for whoever may read its files. Passphrase and code stay, for the backups.
KeyChange leaveOpen(
    const DeskFolder &folder, const Secrets &secrets, Keyring *keyring, domain::Random &random);

/// After the passphrase opened what the keyring didn't: a new entry, if the keyring takes it and nobody else has the desk.
void renewKeyringEntry(
    const DeskFolder &folder, Secrets &secrets, Keyring &keyring, domain::Random &random);
/// Under which name the keyring holds a slot's seed.
QString entryName(const record::KeySlot &slot);

} // namespace store
