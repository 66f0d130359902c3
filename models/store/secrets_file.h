// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/unlocking.h"

namespace store
{

/// desk.secrets. What the desk knows lies in a box under an unlock key that is drawn anew at each writing; beside
/// it stand the slots, each with a copy of that key. A checksum tells damage from a wrong passphrase. The file of earlier
/// versions, in which all lay open, is still read, and written anew with the next change.

/// Opens by itself where a slot is open or the keyring has the entry, else asks. Refused: missing, damaged, not ours to
/// read (Device), or locked (isLocked()).
std::variant<Secrets, domain::Refusal> loadSecrets(
    const DeskFolder &folder, const Unlocking &unlocking = {});

/// Which slots the file has, without opening any.
std::variant<QVector<record::KeySlot>, domain::Refusal> findSlots(const DeskFolder &folder);

/// Writes the file anew, whole: the old one stays until the new one was read back from the disk.
std::optional<domain::Refusal> saveSecrets(
    const DeskFolder &folder, const Secrets &secrets, domain::Random &random);

/// The inner part, as a backup carries it among its sealed members.
QByteArray encodeSecrets(const Secrets &secrets);
std::optional<Secrets> decodeSecrets(const QByteArray &body);

/// The refusals of whatever people open with a passphrase or a code. `what` names it: "The desk in …".
domain::Refusal wrongPassphrase(const QString &what, const QString &typed);
domain::Refusal nobodyOpened(const QString &what);
/// Asks until something opens; otherwise why not.
std::variant<QByteArray, domain::Refusal> askForKey(
    const QVector<record::SealedSlot> &slots, const Unlocking &unlocking, const QString &what);

} // namespace store
