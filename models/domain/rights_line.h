// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "domain/grants.h"

#include <QSet>

#include <functional>

namespace domain
{

/// What one entry says about grants, accounts and desks.
struct RightsEntry {
    EntryPlace place;
    Id desk;
    Id actor;
    qint64 recorded_ms = 0;
    std::vector<Event> events; ///< those of its events that touches() names
    std::function<bool(const QByteArray &publicKey)> isSignedBy; ///< the actor's own signature
};

/// Who had which right where in the record, read off the entries that give and take rights. These entries are judged
/// one after the other in the order of the record, so that every desk that holds the same ones comes to the same
/// answer, in whatever order they arrived. Two rules go beyond that order:
/// - A revocation pins how far its author had read. What the revoked one appended beyond that has no effect,
///   even where it claims to stand earlier.
/// - That holds among administrators for the elder's word alone: what a younger one revokes doesn't undo what an elder
///   one appended before in the order, so two who revoke each other end with the elder.
class RightsLine
{
public:
    /// Whether an event belongs here.
    static bool touches(const Event &event);

    /// Everything that came to be judged otherwise by taking an entry in.
    struct Change {
        QVector<EntryPlace> judged; ///< entries of this line, the new one too
        QSet<Id> people; ///< whose grants or keys are others than before
        QSet<Id> desks; ///< whose feeds are cut elsewhere than before
        bool isPlain =
            false; ///< it came last and cuts off nothing: nothing else can be judged otherwise
    };
    Change take(RightsEntry entry);

    /// Whether an entry of this line has its effect.
    bool counts(const EntryPlace &place) const { return m_state.counting.contains(place); }
    const Grants &grants() const { return m_state.grants; }
    /// Whether a desk was revoked and the place lies beyond what counts of its feeds.
    bool isCut(const Id &desk, const EntryPlace &place) const;
    /// Where a desk was let in; nothing when it wasn't.
    std::optional<EntryPlace> admissionOf(const Id &desk) const;
    /// Whether a signature is by a key that the person had at that place.
    bool isSigned(const Id &person, const EntryPlace &place,
        const std::function<bool(const QByteArray &publicKey)> &isSignedBy) const;

private:
    struct KeyGiven {
        EntryPlace place;
        QByteArray publicKey;
        bool operator==(const KeyGiven &) const = default;
    };
    struct Revocation {
        EntryPlace place;
        Id author;
        Id what; ///< the grant or the desk
        Id person; ///< whose grant; null: a desk
        Reach reach;
    };
    /// Revocations that hold from the beginning, since an elder pronounced them: by grant, and by desk.
    struct Early {
        QHash<Id, Revocation> byWhat;
    };
    struct State {
        QHash<Id, RegisterRow> rows;
        QHash<Id, EntryPlace> admissions; ///< by desk
        QHash<Id, Reach> cuts; ///< by desk
        QHash<Id, std::vector<KeyGiven>> keys; ///< by person
        QHash<Id, EntryPlace> elders; ///< by administrator: since when
        QVector<Revocation> revocations;
        QSet<EntryPlace> counting;
        Grants grants;
    };
    static void judgeNext(State &state, const RightsEntry &entry, const Early &early);
    static bool isBeyondCut(const State &state, const RightsEntry &entry, const Early &early);
    static void apply(
        State &state, const RightsEntry &entry, const RegisterPut &put, const Early &early);
    static void noteGrant(
        State &state, const RightsEntry &entry, RegisterRow row, const Early &early);
    static void noteDesk(State &state, const RightsEntry &entry, const RegisterRow &row);
    static bool isElder(const State &state, const Id &one, const Id &other);
    static bool isSigned(const State &state, const Id &person, const EntryPlace &place,
        const std::function<bool(const QByteArray &)> &isSignedBy);
    /// Adds what the eldest of those has pronounced whose word isn't in it yet; false when there is none.
    static bool hearEldest(const State &state, Early &early);
    void judgeAll();
    /// Whether what an entry takes away was all said in the knowledge of every entry of this line.
    bool knowsAll(const RightsEntry &entry) const;
    QSet<Id> peopleOf(const RightsEntry &entry) const;
    Change compare(const State &before) const;

    std::vector<RightsEntry> m_entries; ///< in the order of the record
    QHash<Id, qint64> m_last; ///< by feed, of the entries of this line
    Early m_early;
    State m_state;
};

} // namespace domain
