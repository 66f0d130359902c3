// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "store/reader.h"

#include <QHash>
#include <QSet>

namespace exchange
{

// The rows that a register has, by what they are known by. Holds a few words for each, whatever the
// register has in it, so that an address table of the whole country finds room.
class KnownRows
{
public:
    KnownRows(const domain::RegisterSpec &spec, store::Reader &reader);

    // What a row is known by, the surest first; none when it names nothing of that.
    QStringList keysOf(const domain::Values &values) const;
    bool isOnTheWay(const QStringList &keys) const;
    std::optional<store::NumberedRow> find(
        const QStringList &keys, const domain::Values &values) const;
    // The values that differ from the known row's.
    domain::Values newsIn(const domain::Values &values, const store::NumberedRow &known) const;
    void send(const QStringList &keys, const domain::Id &id);
    // Reads what the desk made of the row of this first key.
    void arrived(const QString &key);

private:
    using Digest = std::pair<quint64, quint64>;
    struct Sent {
        QVector<Digest> keys;
        domain::Id id;
    };

    static Digest digestOf(const QString &key);
    void remember(const store::NumberedRow &row);
    QStringList keysOfCustomer(const domain::Values &values) const;
    QStringList keysUnderCustomer(
        const domain::Values &values, std::initializer_list<quint8> fields) const;
    QStringList keysWithoutCode(const domain::Values &values) const;
    bool isOther(const domain::Values &values, const domain::Values &known) const;
    QString textOf(const domain::Values &values, quint8 number) const;

    const domain::RegisterSpec &m_spec;
    store::Reader &m_reader;
    QHash<Digest, qint64> m_rows; // their numbers; of a key that several share the last one's
    QSet<Digest> m_shared;
    QSet<Digest> m_keysOnTheWay;
    QHash<Digest, Sent> m_onTheWay; // by the first key
};

} // namespace exchange
