// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "peers/hub_database.h"
#include "record/entry.h"

#include <QSet>

namespace peers
{

/// Whose sealed fields stand in an entry.
QSet<Id> ownersIn(const record::Entry &entry);
/// Whose key an entry destroys.
QVector<Id> erasedIn(const record::Entry &entry);

/// Owners' keys in the hub: boxes, each for one desk, which alone can open it. Who pushes entries lays out the keys that they
/// need first, for every desk that is to have them; a desk that lacks one asks in the hub, and whoever has it
/// answers. Of one owner and desk there may be several boxes by different givers, so that a wrong one stands in no right one's way.
class HubKeys
{
public:
    /// All must outlive it. `desks` are those known here, for whom keys may be laid out.
    HubKeys(HubDatabase &database, Exchange &exchange, const std::function<QVector<Id>()> &desks,
        const Id &self);

    /// Lays out what nobody has laid out yet, within the transaction that adds the entries of these owners.
    void put(const QSet<Id> &owners);
    /// Removes every box of owners who were erased; false where this user may not, and somebody has to be told.
    bool forget(const QVector<Id> &owners);
    /// That transaction went through: these needn't be looked up again.
    void settled(const QSet<Id> &owners);

    /// The boxes for this desk, of these owners.
    QVector<record::SealedKey> take(const QSet<Id> &owners);
    /// Of keys that this desk lacks, those that lie in the hub now.
    QVector<record::SealedKey> takeLacking();
    /// Asks for the others; whether anything was asked that wasn't before.
    bool askForLacking();
    /// Answers a helping of what others ask: how many keys were given; nothing once all questions were gone through. Begins
    /// anew after that.
    std::optional<qint64> answer();

private:
    using Owners = QHash<Id, QVector<Id>>; ///< by desk

    QVector<Id> recipients() const;
    Owners laidOut(const QVector<Id> &owners);
    qint64 layOut(const Id &desk, const QVector<Id> &owners, Owners *given = nullptr);
    Owners questions();
    void strike(const Owners &answered);
    bool mayDelete(const QString &table);

    HubDatabase &m_database;
    Exchange &m_exchange;
    const std::function<QVector<Id>()> &m_desks;
    const Id m_self;
    QSet<Id> m_settled; ///< owners whose keys lie in the hub as far as this desk can give them
    QSet<Id> m_asked;
    QSet<QByteArray> m_tried; ///< boxes that were handed over before
    std::pair<Id, Id> m_answeredTo; ///< (desk, owner) of the last question looked at
    QHash<QString, bool> m_mayDelete; ///< by table
};

} // namespace peers
