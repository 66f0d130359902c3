// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/event.h"
#include "store/sql.h"

#include <QHash>
#include <QVector>

namespace store
{

/// The owners' keys that this desk holds, kept in the database wrapped by the desk's key. Belongs to one
/// connection and its thread.
class KeyRing
{
public:
    KeyRing(Database &database, const QByteArray &deskKey)
        : m_database(database)
        , m_deskKey(deskKey)
    {
    }

    /// By which to seal; nothing when this desk has no key for the owner.
    std::optional<QByteArray> keyOf(const domain::Id &owner);
    /// All by which something may have been sealed: two desks that knew nothing of each other may have begun one each.
    QVector<QByteArray> keysOf(const domain::Id &owner);
    /// The owner's key, made and kept when there is none yet.
    QByteArray keyFor(const domain::Id &owner, domain::Random &random);
    /// Keeps a key that another desk has handed over; false when it was there already.
    bool add(const domain::Id &owner, const QByteArray &key, domain::Random &random);
    /// Whether sealed fields of this owner came here whose key didn't.
    bool isLacking(const domain::Id &owner);
    void setLacking(const domain::Id &owner, bool isLacking);
    /// The field's text; nothing when no key of its owner opens it.
    std::optional<QString> unseal(quint8 field, const QByteArray &sealed);
    /// Whatever was sealed for the owner can't be opened any more. The old bytes are overwritten in the database; the
    /// write-ahead log holds them until it is truncated.
    void destroy(const domain::Id &owner);
    /// Whose key seals the personal fields of a row: its own, or its customer's, whom a change of a few fields
    /// needn't name again.
    domain::Id ownerOf(const domain::RegisterPut &event);
    /// The text of a personal field: opened when sealed, as it is when plain, "" when the key is gone.
    QString open(quint8 field, const QVariant &value);
    void forget() { m_keys.clear(); }

private:
    Database &m_database;
    QByteArray m_deskKey;
    QHash<domain::Id, QVector<QByteArray>> m_keys;
};

/// Seals the personal fields of an event before it is recorded. A ticket's belong to its customer;
/// where no customer stands beside it, the address is a place and stays plain, and private notes are sealed
/// with the ticket's own key. A register's belong to the customer whom its table names as the owner, else to
/// the row: whoever destroys a customer's key has made premises and household members unreadable too.
void sealPersonal(
    domain::Event &event, const domain::Id &customer, KeyRing &keys, domain::Random &random);

/// The owners whose keys sealPersonal() would use.
QVector<domain::Id> ownersToSeal(
    const domain::Event &event, const domain::Id &customer, KeyRing &keys);
/// The sealed values in an event, each with its field.
QVector<std::pair<quint8, QByteArray>> sealedIn(const domain::Event &event);

} // namespace store
