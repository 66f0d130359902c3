// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "store/reader.h"

#include <QHash>
#include <QSet>

namespace exchange
{

struct KnownRow {
    domain::Id id;
    domain::Values values; // personal ones sealed, as the record has them
};

// The rows that a register has, by what they are known by.
class KnownRows
{
public:
    KnownRows(const domain::RegisterSpec &spec, store::Reader &reader);

    // What a row is known by, the surest first; none when it names nothing of that.
    QStringList keysOf(const domain::Values &values) const;
    bool isOnTheWay(const QStringList &keys) const;
    const KnownRow *find(const QStringList &keys, const domain::Values &values) const;
    // The values that differ from the known row's.
    domain::Values newsIn(const domain::Values &values, const KnownRow &known) const;
    void send(const QStringList &keys, const domain::Id &id);
    // Reads what the desk made of the row of this first key.
    void arrived(const QString &key);

private:
    struct Sent {
        QStringList keys;
        domain::Id id;
    };

    void remember(const store::NumberedRow &row);
    QStringList keysOfCustomer(const domain::Values &values) const;
    QStringList keysUnderCustomer(
        const domain::Values &values, std::initializer_list<quint8> fields) const;
    QString textOf(const domain::Values &values, quint8 number) const;

    const domain::RegisterSpec &m_spec;
    store::Reader &m_reader;
    std::vector<quint8> m_keyFields;
    QHash<QString, KnownRow> m_rows;
    QSet<QString> m_keysOnTheWay;
    QHash<QString, Sent> m_onTheWay; // by the first key
};

} // namespace exchange
