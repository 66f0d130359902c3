// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entry_place.h"
#include "domain/registers.h"
#include "domain/roles.h"

#include <QHash>

#include <vector>

namespace domain
{

/// How far somebody had read every feed. A revocation pins one: what the revoked one's desks appended
/// beyond it has no effect, however early it claims to be and however late it arrives.
class Reach
{
public:
    void set(const Id &feed, qint64 sequence) { m_sequences.insert(feed, sequence); }
    bool holds(const EntryPlace &place) const;

    /// 24 bytes a feed in the feeds' order: its id and its sequence, big endian. Other bytes give a reach that holds nothing.
    QByteArray toBytes() const;
    static Reach fromBytes(const QByteArray &bytes);
    /// The last entry of a feed that it holds; 0: none.
    qint64 sequenceOf(const Id &feed) const { return m_sequences.value(feed); }
    QList<Id> feeds() const { return m_sequences.keys(); }
    bool operator==(const Reach &) const = default;

private:
    QHash<Id, qint64> m_sequences;
};

/// A role given to a person, for a grid, a department or team, or the whole company, from a day on and until another.
struct Grant {
    Id id;
    Id person;
    quint16 role = noRole;
    Id grid; ///< null: not bound to one
    QString unit; ///< empty: not bound to one
    qint64 from_ms = 0; ///< 0: from the beginning
    qint64 until_ms = 0; ///< the first moment that no longer belongs; 0: without end
    bool isOfPost = false; ///< follows from what the staff register says, and goes with it
    EntryPlace given; ///< by which entry; nowhere where that doesn't matter
    bool isRevoked = false;
    Reach reach; ///< of its revocation

    bool operator==(const Grant &) const = default;
    bool isCompanyWide() const { return grid.isNull() && unit.isEmpty(); }
    /// Whether it counts for an entry that was recorded at a moment and stands at a place.
    bool holdsFor(qint64 at_ms, const EntryPlace &place) const;
};

/// All grants as folding has made them so far.
class Grants
{
public:
    /// Takes in a row of the register as it is now; `at` is the entry that made it so, if it matters.
    void put(const RegisterRow &row, const EntryPlace &at = {});
    /// Before the first grant a company has no rights yet: whoever is there may do everything.
    bool isEmpty() const { return m_byPerson.isEmpty(); }
    const std::vector<Grant> &of(const Id &person) const;
    const QHash<Id, std::vector<Grant>> &byPerson() const { return m_byPerson; }
    /// Those that count now, for listings; the revoked ones are gone, those of other days too.
    std::vector<Grant> inForce(const Id &person, qint64 now_ms) const;
    /// Whether anybody but for this grant administrates the whole company.
    bool hasOtherAdministrator(const Id &grant, qint64 now_ms) const;

private:
    QHash<Id, std::vector<Grant>> m_byPerson;
};

/// A row of the register of grants, read.
Grant grantFrom(const RegisterRow &row);

} // namespace domain
