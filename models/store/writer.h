// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/arrivals.h"
#include "store/command_taker.h"
#include "store/feed_writer.h"
#include "store/people.h"
#include "store/projector.h"
#include "store/store_surroundings.h"
#include "store/trust.h"

namespace store
{

/// What came of one transaction.
struct Outcome {
    QVector<Verdict> verdicts; ///< one for each submission, in order
    Committed committed; ///< nothing touched when nothing was accepted
};

/// What came of a parcel from another desk.
struct Taken {
    Receipt receipt;
    Committed committed; ///< nothing touched when nothing was kept
};

/// The one writer of a desk's database: loads the state, decides, appends to the feed, folds, and
/// commits. Lives on one thread; the committer hands it its work. Throws nothing: a failing disk
/// comes back as a refusal of everything in the transaction, and the database is as before.
class Writer
{
public:
    /// Keeps `people` current with what it commits. `knownRules` are the newest that the program follows. Throws
    /// SqlFailure when the database can't be opened for writing.
    Writer(const DeskFolder &folder, const Secrets &secrets, std::shared_ptr<People> people,
        domain::Clock &clock, domain::Random &random, qint64 knownRules = domain::newestRules);

    /// All submissions in one transaction; each is accepted or refused by itself. `bulk` also feeds the
    /// text index in the same transaction.
    Outcome commit(const QVector<Submission> &submissions, bool bulk = false);
    /// Takes in what another desk appended, all of it in one transaction or nothing.
    Taken take(const record::Parcel &parcel);
    /// Says which rules this program follows, where the others know it otherwise. It is said by itself beside the first
    /// deed; this is for a desk that is in step with others and has nothing else to say.
    Committed announce();
    /// Feeds the text index with a few of the rows that wait for it; false when none wait.
    bool feedSomeText(qint64 limit);
    /// What came of checking tables that another desk handed over. Once they are broken nothing is written any more.
    void judgeTables(Trust trust);
    Database &database() { return m_database; }

private:
    struct Prepared {
        domain::Events events;
        domain::Id subject;
        domain::Id customer; ///< whose key seals the personal fields of a ticket
        qint64 seenRevision = 0;
    };
    using Preparation = std::variant<Prepared, domain::Refusal>;

    /// Decides a command in front of the state that it is about.
    Preparation prepare(const domain::Command &command);
    Preparation prepareTicket(const domain::OpenTicket &command);
    Preparation prepareTicket(const domain::ActOnTicket &command);
    const domain::Ticket *ticketOrNone(const domain::Id &ticket);
    static Preparation prepared(domain::Decision decision, const domain::Id &subject);
    /// Why this desk can't write at all; nothing when it can.
    std::optional<domain::Refusal> refusalOfWriting(const domain::Command &command);
    Verdict carryOut(const Submission &submission, QVector<Touched> &touched);
    Accepted append(Prepared &prepared, const Submission &submission, QVector<Touched> &touched);
    /// Folds what was taken in, and destroys the keys of those who are erased by it.
    QVector<Touched> fold();
    void keep(const record::Parcel &parcel, Taken &taken);
    /// A desk whose own feed is known further elsewhere is a copy, or came back from one: it writes on in a new epoch.
    void openEpoch(QVector<Touched> &touched);
    /// What the desk says of itself, on behalf of whoever wrote here last.
    void sayOfItself(const domain::Values &values, QVector<Touched> &touched);
    /// Whether the others should hear that this program follows other rules than the desk's row says.
    bool mustAnnounce();
    /// Why this desk can't seal what the events say; nothing when it can.
    std::optional<domain::Refusal> checkKeys(const Prepared &prepared);
    /// Behind the commit: no backup may bring the keys back, and the write-ahead log must not hold them.
    void finishErasing();
    void truncateLog();
    void recover();

    const DeskFolder m_folder;
    Secrets m_secrets; ///< only its epoch ever changes
    Database m_database;
    const std::shared_ptr<People> m_people;
    domain::Clock &m_clock;
    domain::Random &m_random;
    KeyRing m_keys;
    FeedWriter m_feed;
    Projector m_projector;
    Arrivals m_arrivals;
    StoreSurroundings m_around;
    QVector<domain::Id> m_erased; ///< whose keys this transaction destroyed
    bool m_hasAnnounced = false; ///< the desk's row says which rules this program follows
    bool m_isBroken = false; ///< the tables aren't what the record gives
    bool m_isInRegister = false;
    bool m_mustTruncate = false; ///< the write-ahead log still holds destroyed keys
};

/// A failure of the database in words for people.
domain::Refusal refusalFor(const SqlFailure &failure);

} // namespace store
