// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_care.h"

#include "record/sealing.h"
#include "store/desk_lock.h"
#include "store/words.h"

namespace store
{

using domain::Refusal;
using record::KeySlot;
using record::SlotKind;

namespace
{

constexpr int leastWeight = 8;

QVector<KeySlot> without(const QVector<KeySlot> &keySlots, SlotKind kind)
{
    QVector<KeySlot> left = keySlots;
    left.removeIf([kind](const KeySlot &slot) { return slot.kind == kind; });
    return left;
}

KeyChange save(const DeskFolder &folder, Secrets secrets, const QVector<KeySlot> &keySlots,
    domain::Random &random)
{
    secrets.keySlots = keySlots;
    if (auto refusal = saveSecrets(folder, secrets, random))
        return *refusal;
    return secrets;
}

/// Entries that no slot names any more; after the file was written, so that nothing is lost between.
void forgetEntries(const Secrets &before, const KeyChange &after, Keyring *keyring)
{
    const auto *now = std::get_if<Secrets>(&after);
    if (!now || !keyring)
        return;
    for (const KeySlot &slot : before.keySlots) {
        if (slot.kind == SlotKind::Keyring && !now->keySlots.contains(slot))
            keyring->remove(entryName(slot));
    }
}

Refusal keyringRefused()
{
    return {QStringLiteral("keyring"), Words::tr("The keyring doesn't keep the desk's key."),
        Words::tr("Unlock the desktop's keyring, or go on with the passphrase; the desk opens as "
                  "before."),
        Refusal::Device};
}

std::optional<KeySlot> newEntry(Keyring &keyring, domain::Random &random)
{
    QByteArray name = record::freshSealingKey(random);
    name.truncate(16);
    const QByteArray seed = record::freshSealingKey(random);
    const KeySlot slot = record::keyringSlot(name, seed);
    if (!keyring.put(entryName(slot), seed) || keyring.find(entryName(slot)) != seed) {
        keyring.remove(entryName(slot));
        return {};
    }
    return slot;
}

bool hasAnotherWay(const Secrets &secrets)
{
    return !secrets.backupSlots().isEmpty();
}

} // namespace

QString entryName(const KeySlot &slot)
{
    return QStringLiteral("desk-") + QString::fromLatin1(slot.salt.toHex());
}

Protection protectionOf(const QVector<KeySlot> &keySlots)
{
    const auto has = [&](SlotKind kind) {
        return std::ranges::any_of(
            keySlots, [kind](const KeySlot &slot) { return slot.kind == kind; });
    };
    if (has(SlotKind::Open))
        return Protection::None;
    return has(SlotKind::Keyring) ? Protection::Keyring : Protection::Passphrase;
}

std::optional<Refusal> checkPassphrase(const QString &passphrase)
{
    int weight = 0;
    for (QChar c : passphrase.trimmed())
        weight += c.script() == QChar::Script_Han ? 2 : 1;
    if (weight >= leastWeight)
        return {};
    return Refusal{QStringLiteral("passphrase"), Words::tr("This passphrase is too short."),
        Words::tr("Take at least 8 letters and digits, or 4 Chinese characters; a sentence is "
                  "easy to remember.")};
}

KeyChange setPassphrase(const DeskFolder &folder, const Secrets &secrets, const QString &passphrase,
    const record::Stretching &stretching, domain::Random &random)
{
    if (auto refusal = checkPassphrase(passphrase))
        return *refusal;
    QVector<KeySlot> keySlots =
        without(without(secrets.keySlots, SlotKind::Open), SlotKind::Passphrase);
    keySlots.prepend(record::passphraseSlot(passphrase, stretching, random));
    return save(folder, secrets, keySlots, random);
}

KeyChange setRecoveryCode(const DeskFolder &folder, const Secrets &secrets,
    const record::RecoveryCode &code, domain::Random &random)
{
    QVector<KeySlot> keySlots = without(secrets.keySlots, SlotKind::Recovery);
    keySlots.append(record::recoverySlot(code, random));
    return save(folder, secrets, keySlots, random);
}

KeyChange addToKeyring(
    const DeskFolder &folder, const Secrets &secrets, Keyring &keyring, domain::Random &random)
{
    if (!hasAnotherWay(secrets)) {
        return Refusal{QStringLiteral("keyring"),
            Words::tr("A keyring may vanish, and nothing else would open the desk then."),
            Words::tr("Set a passphrase or print a recovery code first.")};
    }
    const auto entry = newEntry(keyring, random);
    if (!entry)
        return keyringRefused();
    QVector<KeySlot> keySlots =
        without(without(secrets.keySlots, SlotKind::Open), SlotKind::Keyring);
    keySlots.append(*entry);
    const KeyChange change = save(folder, secrets, keySlots, random);
    if (std::holds_alternative<Refusal>(change))
        keyring.remove(entryName(*entry));
    forgetEntries(secrets, change, &keyring);
    return change;
}

KeyChange removeFromKeyring(
    const DeskFolder &folder, const Secrets &secrets, Keyring *keyring, domain::Random &random)
{
    const QVector<KeySlot> left = without(secrets.keySlots, SlotKind::Keyring);
    const bool opensDaily = std::ranges::any_of(left, [](const KeySlot &slot) {
        return slot.kind == SlotKind::Open || slot.kind == SlotKind::Passphrase;
    });
    if (!opensDaily) {
        return Refusal{QStringLiteral("keyring"),
            Words::tr("Without the keyring only the recovery code would open the desk."),
            Words::tr("Set a passphrase first.")};
    }
    const KeyChange change = save(folder, secrets, left, random);
    forgetEntries(secrets, change, keyring);
    return change;
}

KeyChange leaveOpen(
    const DeskFolder &folder, const Secrets &secrets, Keyring *keyring, domain::Random &random)
{
    QVector<KeySlot> keySlots =
        without(without(secrets.keySlots, SlotKind::Open), SlotKind::Keyring);
    keySlots.prepend(record::openSlot());
    const KeyChange change = save(folder, secrets, keySlots, random);
    forgetEntries(secrets, change, keyring);
    return change;
}

void renewKeyringEntry(
    const DeskFolder &folder, Secrets &secrets, Keyring &keyring, domain::Random &random)
{
    // Someone who has the desk may be changing the same file.
    QLockFile lock(folder.lock());
    if (takeLock(lock, folder))
        return;
    KeyChange change = addToKeyring(folder, secrets, keyring, random);
    if (auto *renewed = std::get_if<Secrets>(&change))
        secrets = *renewed;
}

} // namespace store
