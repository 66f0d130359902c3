// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"
#include "store/epoch_letter.h"

#include "domain/account.h"
#include "domain/desks.h"
#include "domain/fold.h"
#include "store/erased.h"
#include "store/secrets_file.h"
#include "store/text_index.h"
#include "store/words.h"

#include <algorithm>

#include <sqlite3.h>

namespace store
{

using namespace domain;

Refusal refusalFor(const SqlFailure &failure)
{
    const QString again = Words::tr("Nothing was changed; try again when that is mended.");
    switch (failure.code() & 0xff) {
    case SQLITE_FULL:
        return {{}, Words::tr("The disk is full."), Words::tr("Free some space. ") + again,
            Refusal::Device};
    case SQLITE_IOERR:
        return {{}, Words::tr("The disk failed (%1).").arg(failure.message()),
            Words::tr("Check the disk. ") + again, Refusal::Device};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {{}, Words::tr("The desk's folder can't be written (%1).").arg(failure.message()),
            Words::tr("Check the folder's permissions. ") + again, Refusal::Device};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {{}, Words::tr("Another program holds the desk's database."),
            Words::tr("Close it. ") + again, Refusal::Device};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {{}, Words::tr("The desk's database is damaged (%1).").arg(failure.message()),
            Words::tr("Run \"griddeskctl verify\", then restore a backup."), Refusal::Device};
    default:
        return {{}, Words::tr("The desk's database refused (%1).").arg(failure.message()), again,
            Refusal::Device};
    }
}

static Refusal unsignedRefusal()
{
    return {{}, Words::tr("Who asked for this went away before signing it."),
        Words::tr("Nothing was changed; do it again."), Refusal::Device};
}

/// The letter of a new epoch: it is the desk's own word, whatever rules its program follows.
static bool isOfItself(const Command &command)
{
    const auto *put = std::get_if<PutRow>(&command);
    return put && saysOfItself({put->row, put->reg, put->values, put->cleared});
}

Writer::Writer(const DeskFolder &folder, const Secrets &secrets, std::shared_ptr<People> people,
    Clock &clock, Random &random, qint64 knownRules)
    : m_folder(folder)
    , m_secrets(secrets)
    , m_database(folder.database(), Database::Access::ReadWrite)
    , m_people(std::move(people))
    , m_clock(clock)
    , m_random(random)
    , m_keys(m_database, secrets.deskKey)
    , m_feed(m_database, secrets)
    , m_projector(m_database)
    , m_arrivals(m_database, folder, secrets, m_keys, m_projector, random)
    , m_around(m_database, m_keys, m_people.get(), secrets.desk, knownRules)
{
    m_database.run(
        "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA cache_size=-65536");
    eachRow(m_database, Register::Erasure, [this](const NumberedRow &row) {
        const Id customer = row.row.values[erasure::Customer].value<Id>();
        if (const auto left = m_around.findRow(customer); left && isErased(*left))
            m_erased.append(customer);
    });
    rememberErased(m_folder, std::exchange(m_erased, {}));
    m_isBroken = trustIn(m_database) == Trust::Broken;
}

void Writer::judgeTables(Trust trust)
{
    m_isBroken = trust == Trust::Broken;
    try {
        setTrust(m_database, trust);
    } catch (const SqlFailure &) {
        // Then the next start checks once more.
    }
}

std::optional<Refusal> Writer::refusalOfWriting(const Command &command)
{
    if (m_isBroken)
        return refusalOfBroken();
    m_isInRegister = m_isInRegister || std::holds_alternative<FoundCompany>(command)
        || loadRow(m_database, m_secrets.desk);
    if (m_isInRegister)
        return {};
    return Refusal{{}, Words::tr("The company's record has not come to this desk yet."),
        Words::tr("Wait until it is in step with another desk."), Refusal::Device};
}

Outcome Writer::commit(const QVector<Submission> &submissions, bool bulk)
{
    Outcome outcome;
    try {
        Transaction transaction(m_database);
        for (const Submission &submission : submissions)
            outcome.verdicts.append(carryOut(submission, outcome.committed.touched));
        // With the first deed and not before: a copy that was laid back must meet the others before it writes.
        if (std::ranges::any_of(outcome.verdicts, [](const Verdict &one) { return accepted(one); })
            && mustAnnounce())
            sayOfItself({{desk::Rules, m_around.rules().known}}, outcome.committed.touched);
        if (bulk)
            feedText(m_database, submissions.size() * 2);
        transaction.commit();
        outcome.committed.position = m_feed.position();
        // Current before anyone hears of the commit.
        m_people->refresh(outcome.committed.touched, m_database, m_keys);
        m_around.committed();
        finishErasing();
    } catch (const SqlFailure &failure) {
        recover();
        outcome.verdicts.fill(refusalFor(failure), submissions.size());
        outcome.committed = {};
    } catch (const SignerGone &) {
        recover();
        outcome.verdicts.fill(unsignedRefusal(), submissions.size());
        outcome.committed = {};
    }
    return outcome;
}

bool Writer::feedSomeText(qint64 limit)
{
    if (m_mustTruncate)
        truncateLog();
    try {
        Transaction transaction(m_database);
        const qint64 added = feedText(m_database, limit);
        transaction.commit();
        return added == limit;
    } catch (const SqlFailure &) {
        // The rows stay behind the index, where a search looks itself; the next save tries again.
        return false;
    }
}

Verdict Writer::carryOut(const Submission &submission, QVector<Touched> &touched)
{
    if (auto refusal = refusalOfWriting(submission.command))
        return *refusal;
    const bool canSign = submission.signer
        && submission.signer->publicKey() == m_around.publicKeyOf(submission.actor);
    m_around.set({submission.actor, m_clock.now_ms(), canSign, {}, m_secrets.desk});
    if (auto refusal = refusalOf(m_around.rules()); refusal && !isOfItself(submission.command))
        return *refusal;
    Preparation preparation = prepare(submission.command);
    if (const auto *refusal = std::get_if<Refusal>(&preparation))
        return *refusal;
    auto &prepared = std::get<Prepared>(preparation);
    if (auto refusal = checkKeys(prepared))
        return *refusal;
    return append(prepared, submission, touched);
}

std::optional<Refusal> Writer::checkKeys(const Prepared &prepared)
{
    for (const Event &event : prepared.events) {
        for (const Id &owner : ownersToSeal(event, prepared.customer, m_keys)) {
            if (m_keys.isLacking(owner) && !m_keys.keyOf(owner)) {
                return Refusal{{}, Words::tr("This desk isn't given this customer's data."),
                    Words::tr("Do it at a desk that serves the customer, or ask an administrator "
                              "to widen this desk's scope.")};
            }
        }
    }
    return {};
}

Taken Writer::take(const record::Parcel &parcel)
{
    Taken taken;
    if (m_isBroken)
        return {{Receipt::Failed, refusalOfBroken().text(), 0, 0}, {}};
    try {
        keep(parcel, taken);
    } catch (const SqlFailure &failure) {
        taken = {{Receipt::Failed, refusalFor(failure).text(), 0, 0}, {}};
    }
    // What was learnt in a transaction that is rolled back by now is read anew.
    if (taken.receipt.outcome != Receipt::Kept)
        recover();
    return taken;
}

void Writer::keep(const record::Parcel &parcel, Taken &taken)
{
    Transaction transaction(m_database);
    taken.receipt = m_arrivals.take(parcel);
    if (taken.receipt.outcome != Receipt::Kept)
        return;
    QVector<Touched> &touched = taken.committed.touched;
    touched = fold();
    for (const Id &owner : m_arrivals.opened()) {
        if (const auto row = loadRow(m_database, owner))
            touched.append({Touched::Row, row->number, quint8(row->row.reg)});
    }
    m_around.commandDone(touched);
    m_feed.reload();
    if (m_arrivals.wasAhead()) {
        m_around.forget();
        openEpoch(touched);
    }
    transaction.commit();
    taken.committed.position = m_feed.position();
    m_people->refresh(touched, m_database, m_keys);
    m_around.committed();
    finishErasing();
}

/// The secrets come first: a new feed on the record as it is does no harm. Whoever wrote here last stands for the letter.
void Writer::openEpoch(QVector<Touched> &touched)
{
    m_secrets.feed = Id::fresh(m_clock.now_ms(), m_random);
    if (const auto refusal = saveSecrets(m_folder, m_secrets, m_random))
        throw SqlFailure(SQLITE_CANTOPEN, refusal->text());
    m_feed.openEpoch(m_secrets.feed);
    m_arrivals.openEpoch(m_secrets.feed);
    Values values{{desk::Letter, nextLetter(letterIn(m_database, m_secrets.desk))}};
    if (mustAnnounce())
        values.set(desk::Rules, m_around.rules().known);
    sayOfItself(values, touched);
}

/// Looked up until it stands there; nobody else changes it.
bool Writer::mustAnnounce()
{
    if (m_hasAnnounced)
        return false;
    const auto row = m_around.findRow(m_secrets.desk);
    m_hasAnnounced = row && rulesOf(*row) == m_around.rules().known;
    return !m_hasAnnounced && !refusalOfDesk(row);
}

void Writer::sayOfItself(const Values &values, QVector<Touched> &touched)
{
    Statement last(m_database.handle(),
        "SELECT entries.bytes FROM entries JOIN feeds ON feeds.id = entries.feed"
        " WHERE feeds.desk=? ORDER BY depth DESC LIMIT 1");
    const auto entry =
        last.bind(1, m_secrets.desk).step() ? record::decode(last.blob(0)) : std::nullopt;
    Prepared prepared{{RegisterPut{m_secrets.desk, Register::Desk, values, {}}}, m_secrets.desk};
    append(prepared, {PutRow{}, entry ? entry->actor : Id(), {}}, touched);
}

Committed Writer::announce()
{
    Committed committed;
    try {
        if (!mustAnnounce())
            return committed;
        Transaction transaction(m_database);
        sayOfItself({{desk::Rules, m_around.rules().known}}, committed.touched);
        transaction.commit();
        committed.position = m_feed.position();
        m_around.committed();
    } catch (const SqlFailure &) {
        // The next deed, or the next meeting, says it.
        recover();
        committed = {};
    }
    return committed;
}

Accepted Writer::append(Prepared &prepared, const Submission &submission, QVector<Touched> &touched)
{
    record::Entry entry{.actor = submission.actor,
        .rules = m_around.rules().written(),
        .recorded_ms = m_clock.now_ms(),
        .subject = prepared.subject};
    if (prepared.seenRevision)
        entry.seen = m_feed.hashAt(prepared.seenRevision);
    for (Event &event : prepared.events) {
        sealPersonal(event, prepared.customer, m_keys, m_random);
        entry.events.append(std::move(event));
    }
    const bool wantsSignature = needSignature(entry.events);
    m_projector.take(
        m_feed.append(std::move(entry), wantsSignature ? submission.signer.get() : nullptr));
    const QVector<Touched> now = fold();
    m_around.commandDone(now);
    touched += now;

    Accepted accepted{.position = m_feed.position(), .subject = prepared.subject};
    const bool isTicket =
        std::ranges::any_of(now, [](const Touched &one) { return one.what == Touched::Ticket; });
    if (const NumberedTicket *ticket =
            isTicket ? m_projector.findTicket(prepared.subject) : nullptr) {
        accepted.number = ticket->number;
        accepted.ticket = ticket->ticket;
    } else {
        accepted.number = m_projector.rows().numberOf(prepared.subject);
    }
    return accepted;
}

QVector<Touched> Writer::fold()
{
    QVector<Touched> touched = m_projector.finish();
    for (const Id &customer : m_projector.takeErased()) {
        m_keys.destroy(customer);
        m_erased.append(customer);
        Statement tickets(m_database.handle(), "SELECT id FROM tickets WHERE customer=?");
        tickets.bind(1, m_projector.rows().numberOf(customer));
        // Before the customer, so that what was done itself still comes last.
        while (tickets.step())
            touched.prepend({Touched::Ticket, tickets.integer(0)});
    }
    return touched;
}

void Writer::finishErasing()
{
    if (m_erased.isEmpty())
        return;
    m_mustTruncate = true;
    // Should it fail, opening the desk the next time does it again.
    rememberErased(m_folder, std::exchange(m_erased, {}));
    truncateLog();
}

void Writer::truncateLog()
{
    try {
        // Not while somebody reads from the log; the next quiet moment tries again.
        m_mustTruncate = m_database.value("PRAGMA wal_checkpoint(TRUNCATE)").toInt() != 0;
    } catch (const SqlFailure &) {
        m_mustTruncate = true;
    }
}

void Writer::recover()
{
    m_keys.forget();
    m_erased.clear();
    m_around.forget();
    m_projector.forget();
    m_hasAnnounced = false;
    try {
        m_feed.reload();
    } catch (const SqlFailure &) {
        // The disk still fails; the next transaction fails too, and comes back here.
    }
}

} // namespace store
