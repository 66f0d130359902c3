// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace domain
{

class Random;

/// The name that a company's desks share for one thing: a ticket, a row of a register, a desk, a
/// feed. Sixteen bytes, made on one desk without asking another. The first six are the creation
/// time (milliseconds since 1970 UTC, big endian), so that ids made in order also sort in order and
/// an index over them grows at its end; the others are random. Only ids travel; the database
/// gives each its own small integer inside.
struct Id {
    std::array<quint8, 16> bytes{};

    static Id fresh(qint64 now_ms, Random &random);
    /// Nothing unless `raw` is exactly 16 bytes long.
    static std::optional<Id> fromBytes(QByteArrayView raw);
    static std::optional<Id> fromHex(QStringView hex);
    /// The id that follows from a name alone, the same on every desk (for rows that ship with the product).
    static Id named(const char *name);

    QByteArray toBytes() const;
    QString toHex() const;
    bool isNull() const;

    auto operator<=>(const Id &) const = default;
};

inline size_t qHash(const Id &id, size_t seed = 0)
{
    return qHashBits(id.bytes.data(), id.bytes.size(), seed);
}

} // namespace domain

Q_DECLARE_METATYPE(domain::Id)
