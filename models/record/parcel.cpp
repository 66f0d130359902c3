// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/parcel.h"

#include "record/key_boxes.h"

namespace record
{

qsizetype Parcel::size() const
{
    qsizetype all = 0;
    for (const SignedEntry &entry : entries)
        all += entry.bytes.size() + entry.signature.size();
    for (const SealedKey &key : keys)
        all += key.box.size() + qsizetype(key.owner.bytes.size());
    return all;
}

QByteArray sealKeyFor(const QByteArray &deskPublicKey, const Id &owner, const QByteArray &key)
{
    return KeySealer(deskPublicKey).seal(owner, key);
}

QByteArray openKey(const QByteArray &deskSigningSeed, const Id &owner, const QByteArray &box)
{
    return KeyOpener(deskSigningSeed).open(owner, box);
}

} // namespace record
