// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secrets_file.h"

#include "record/box.h"
#include "record/cbor.h"
#include "record/sealing.h"
#include "store/key_care.h"
#include "store/words.h"

#include <QCryptographicHash>
#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace store
{

using domain::Refusal;
using record::KeySlot;
using record::SealedSlot;
using record::SlotKind;

namespace
{

constexpr qint64 openFormat = 1;
constexpr qint64 slotFormat = 2;
constexpr qsizetype checksumBytes = 32;
constexpr qint64 largest = 64 << 10;

struct File {
    QVector<SealedSlot> sealedSlots;
    QByteArray place; ///< binds the box to its slots
    QByteArray box;
    std::optional<Secrets> open; ///< of the first format
};

QByteArray checksum(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Blake2b_256);
}

Refusal damaged(const DeskFolder &folder)
{
    return {{}, Words::tr("The desk's secrets in %1 are damaged.").arg(folder.secrets()),
        Words::tr("Put the file back from a copy, or restore a backup with its passphrase; without "
                  "it personal data can't be read."),
        Refusal::Device};
}

QByteArray encodeSlots(const QVector<SealedSlot> &sealedSlots)
{
    QByteArray bytes;
    record::CborWriter out(&bytes);
    writeSlots(out, sealedSlots);
    return bytes;
}

QByteArray encodeFile(const Secrets &secrets, const QByteArray &unlockKey, domain::Random &random)
{
    const QByteArray slotBytes = encodeSlots(sealForAll(secrets.keySlots, unlockKey));
    QByteArray body;
    record::CborWriter out(&body);
    out.array(3);
    out.number(slotFormat);
    out.bytes(slotBytes);
    out.bytes(record::lockBox(unlockKey, checksum(slotBytes), encodeSecrets(secrets), random));
    out.endArray();
    return checksum(body) + body;
}

std::optional<File> decodeFile(const QByteArray &all)
{
    const QByteArray body = all.mid(checksumBytes);
    if (all.first(std::min(checksumBytes, all.size())) != checksum(body))
        return {};
    File file;
    record::CborReader in(body);
    if (in.array() != 3)
        return File{{}, {}, {}, decodeSecrets(body)};
    const bool known = in.number() == slotFormat;
    const QByteArray slotBytes = in.bytes();
    file.box = in.bytes();
    record::CborReader slotReader(slotBytes);
    file.sealedSlots = record::readSlots(slotReader);
    file.place = checksum(slotBytes);
    return known && in.ok() && slotReader.ok() ? std::optional(file) : std::nullopt;
}

std::variant<File, Refusal> readFile(const DeskFolder &folder)
{
    QFile file(folder.secrets());
    if (!file.open(QIODevice::ReadOnly)) {
        return Refusal{{},
            Words::tr("The desk's secrets in %1 can't be read: %2.")
                .arg(folder.secrets(), file.errorString()),
            Words::tr("Run Griddesk as the user who set the desk up."), Refusal::Device};
    }
    const auto read = decodeFile(file.read(largest));
    if (!read || (read->sealedSlots.isEmpty() && !read->open))
        return damaged(folder);
    return *read;
}

std::optional<QByteArray> keyByItself(const File &file, Keyring *keyring)
{
    for (const auto &[slot, sealed] : file.sealedSlots) {
        if (slot.kind == SlotKind::Open)
            return openWith(slot, {}, sealed);
    }
    for (const auto &[slot, sealed] : file.sealedSlots) {
        const auto seed = slot.kind == SlotKind::Keyring && keyring ? keyring->find(entryName(slot))
                                                                    : std::nullopt;
        if (const auto key = seed ? openWith(slot, *seed, sealed) : std::nullopt)
            return key;
    }
    return {};
}

std::optional<Secrets> openFile(const File &file, const QByteArray &unlockKey)
{
    const auto body = record::unlockBox(unlockKey, file.place, file.box);
    auto secrets = body ? decodeSecrets(*body) : std::nullopt;
    if (secrets) {
        secrets->keySlots.clear();
        for (const SealedSlot &slot : file.sealedSlots)
            secrets->keySlots.append(slot.slot);
    }
    return secrets;
}

/// Durable, then looked at again, then in the other's place.
QString replaceFile(const QString &path, const QByteArray &content)
{
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh);
    QFile file(fresh);
    const bool written = file.open(QIODevice::ReadWrite | QIODevice::NewOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(content) == content.size() && file.flush() && ::fsync(file.handle()) == 0
        && file.seek(0) && file.readAll() == content;
    QString why = written ? QString() : file.errorString();
    file.close();
    if (written
        && std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData())
            != 0)
        why = qt_error_string();
    if (!why.isEmpty())
        QFile::remove(fresh);
    return why;
}

} // namespace

Refusal nobodyOpened(const QString &what)
{
    return {QStringLiteral("passphrase"), Words::tr("%1 is locked.").arg(what),
        Words::tr("Enter its passphrase or recovery code; a script puts it into "
                  "GRIDDESK_PASSPHRASE.")};
}

Refusal wrongPassphrase(const QString &what, const QString &typed)
{
    const auto reading = record::RecoveryCode::read(typed).reading;
    const QString advice = reading == record::RecoveryCode::Reading::Mistyped
        ? Words::tr("It looks like a recovery code with a wrong character; compare it with the "
                    "sheet, group by group.")
        : reading == record::RecoveryCode::Reading::Code
        ? Words::tr("This code is well typed but of another sheet: a newer one may have been "
                    "printed.")
        : Words::tr("Check capital letters and the input method, or enter the recovery code from "
                    "its sheet.");
    return {QStringLiteral("passphrase"),
        Words::tr("%1 doesn't open with this passphrase or code.").arg(what), advice};
}

std::variant<QByteArray, Refusal> askForKey(
    const QVector<SealedSlot> &sealedSlots, const Unlocking &unlocking, const QString &what)
{
    Refusal refusal = nobodyOpened(what);
    QString why;
    while (unlocking.ask) {
        const auto typed = unlocking.ask(why);
        if (!typed)
            break;
        if (const auto key = openTyped(sealedSlots, *typed))
            return *key;
        refusal = wrongPassphrase(what, *typed);
        why = refusal.text();
    }
    return refusal;
}

QByteArray encodeSecrets(const Secrets &secrets)
{
    QByteArray body;
    record::CborWriter out(&body);
    out.array(5);
    out.number(openFormat);
    out.id(secrets.desk);
    out.id(secrets.feed);
    out.bytes(secrets.signingSeed);
    out.bytes(secrets.deskKey);
    out.endArray();
    return body;
}

std::optional<Secrets> decodeSecrets(const QByteArray &body)
{
    record::CborReader in(body);
    Secrets secrets;
    const bool known = in.array() == 5 && in.number() == openFormat;
    secrets.desk = in.id();
    secrets.feed = in.id();
    secrets.signingSeed = in.bytes();
    secrets.deskKey = in.bytes();
    secrets.keySlots = {record::openSlot()};
    return known && in.ok() ? std::optional(secrets) : std::nullopt;
}

std::variant<Secrets, Refusal> loadSecrets(const DeskFolder &folder, const Unlocking &unlocking)
{
    if (unlocking.known)
        return *unlocking.known;
    const auto read = readFile(folder);
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return *refusal;
    const File &file = std::get<File>(read);
    if (file.open)
        return *file.open;
    auto key = keyByItself(file, unlocking.keyring);
    const bool wasAsked = !key;
    if (!key) {
        const auto answer =
            askForKey(file.sealedSlots, unlocking, Words::tr("The desk in %1").arg(folder.path));
        if (const auto *refusal = std::get_if<Refusal>(&answer))
            return *refusal;
        key = std::get<QByteArray>(answer);
    }
    auto secrets = openFile(file, *key);
    if (!secrets)
        return damaged(folder);
    if (wasAsked && secrets->has(SlotKind::Keyring) && unlocking.keyring && unlocking.random)
        renewKeyringEntry(folder, *secrets, *unlocking.keyring, *unlocking.random);
    return *secrets;
}

std::variant<QVector<KeySlot>, Refusal> findSlots(const DeskFolder &folder)
{
    const auto read = readFile(folder);
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return *refusal;
    const File &file = std::get<File>(read);
    QVector<KeySlot> found;
    for (const SealedSlot &slot : file.sealedSlots)
        found.append(slot.slot);
    return file.open ? file.open->keySlots : found;
}

std::optional<Refusal> saveSecrets(
    const DeskFolder &folder, const Secrets &secrets, domain::Random &random)
{
    const QByteArray unlockKey = record::freshSealingKey(random);
    const QByteArray content = encodeFile(secrets, unlockKey, random);
    const auto file = decodeFile(content);
    const auto again = file ? openFile(*file, unlockKey) : std::nullopt;
    const bool isSound = again && again->deskKey == secrets.deskKey && again->feed == secrets.feed
        && again->keySlots == secrets.keySlots;
    const QString why = isSound ? replaceFile(folder.secrets(), content)
                                : Words::tr("what was written doesn't read back");
    if (why.isEmpty())
        return {};
    return Refusal{{}, Words::tr("The desk's secrets can't be written: %1.").arg(why),
        Words::tr("Check the folder's permissions and the room on the disk; the desk opens as "
                  "before."),
        Refusal::Device};
}

} // namespace store
