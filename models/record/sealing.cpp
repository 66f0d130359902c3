// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/sealing.h"

#include "record/box.h"

namespace record
{

namespace
{

constexpr qsizetype ownerBytes = 16;

QByteArray placeOf(const Id &owner, quint8 field)
{
    return owner.toBytes() + char(field);
}

} // namespace

QByteArray freshSealingKey(domain::Random &random)
{
    QByteArray key(sealingKeyBytes, Qt::Uninitialized);
    random.fill({reinterpret_cast<quint8 *>(key.data()), size_t(key.size())});
    return key;
}

QByteArray seal(const QByteArray &key, const Id &owner, quint8 field, const QString &text,
    domain::Random &random)
{
    return owner.toBytes() + lockBox(key, placeOf(owner, field), text.toUtf8(), random);
}

std::optional<QString> unseal(const QByteArray &key, quint8 field, const QByteArray &sealed)
{
    const auto owner = ownerOf(sealed);
    if (!owner)
        return {};
    const auto plain =
        unlockBox(key, placeOf(*owner, field), QByteArrayView(sealed).sliced(ownerBytes));
    return plain ? std::optional(QString::fromUtf8(*plain)) : std::nullopt;
}

std::optional<Id> ownerOf(const QByteArray &sealed)
{
    if (sealed.size() < ownerBytes + boxExtraBytes)
        return {};
    return Id::fromBytes(sealed.first(ownerBytes));
}

QByteArray wrapKey(
    const QByteArray &deskKey, const Id &owner, const QByteArray &key, domain::Random &random)
{
    return lockBox(deskKey, owner.toBytes(), key, random);
}

std::optional<QByteArray> unwrapKey(
    const QByteArray &deskKey, const Id &owner, const QByteArray &wrapped)
{
    return unlockBox(deskKey, owner.toBytes(), wrapped);
}

} // namespace record
