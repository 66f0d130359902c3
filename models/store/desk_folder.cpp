// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_folder.h"

#include "record/sealing.h"
#include "record/signing.h"

#include <QFileInfo>

namespace store
{

using domain::Id;
using record::SlotKind;

bool DeskFolder::holdsDesk() const
{
    return QFileInfo::exists(database());
}

Secrets Secrets::fresh(qint64 now_ms, domain::Random &random)
{
    return {Id::fresh(now_ms, random), Id::fresh(now_ms, random),
        record::SigningKey::fresh(random).seed(), record::freshSealingKey(random),
        {record::openSlot()}};
}

QByteArray Secrets::publicKey() const
{
    const auto key = record::SigningKey::fromSeed(signingSeed);
    return key ? key->publicKey() : QByteArray();
}

bool Secrets::has(SlotKind kind) const
{
    return std::ranges::any_of(
        keySlots, [kind](const record::KeySlot &slot) { return slot.kind == kind; });
}

QVector<record::KeySlot> Secrets::backupSlots() const
{
    QVector<record::KeySlot> held;
    for (const record::KeySlot &slot : keySlots) {
        if (slot.kind == SlotKind::Passphrase || slot.kind == SlotKind::Recovery)
            held.append(slot);
    }
    return held;
}

} // namespace store
