// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/id.h"

#include "domain/environment.h"

#include <QCryptographicHash>

#include <algorithm>

namespace domain
{

Id Id::fresh(qint64 now_ms, Random &random)
{
    Id id;
    for (int i = 0; i < 6; ++i)
        id.bytes[i] = quint8(quint64(now_ms) >> (8 * (5 - i)));
    random.fill(std::span(id.bytes).subspan(6));
    return id;
}

std::optional<Id> Id::fromBytes(QByteArrayView raw)
{
    Id id;
    if (raw.size() != qsizetype(id.bytes.size()))
        return {};
    std::copy(raw.begin(), raw.end(), reinterpret_cast<char *>(id.bytes.data()));
    return id;
}

std::optional<Id> Id::fromHex(QStringView hex)
{
    if (hex.size() != 32)
        return {};
    return fromBytes(QByteArray::fromHex(hex.toLatin1()));
}

Id Id::named(const char *name)
{
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Blake2s_128);
    return *fromBytes(hash);
}

QByteArray Id::toBytes() const
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

QString Id::toHex() const
{
    return QString::fromLatin1(toBytes().toHex());
}

bool Id::isNull() const
{
    return std::ranges::all_of(bytes, [](quint8 b) { return b == 0; });
}

} // namespace domain
