// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "domain/account.h"
#include "store/text_index.h"
#include "store/words.h"

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

Writer::Writer(const DeskFolder &folder, const Secrets &secrets, std::shared_ptr<People> people,
    Clock &clock, Random &random)
    : m_database(folder.database(), Database::Access::ReadWrite)
    , m_people(std::move(people))
    , m_clock(clock)
    , m_random(random)
    , m_keys(m_database, secrets.deskKey)
    , m_feed(m_database, secrets)
    , m_projector(m_database)
    , m_around(m_database, m_keys, m_people.get(), secrets.desk)
{
    m_database.run(
        "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA cache_size=-65536");
}

Outcome Writer::commit(const QVector<Submission> &submissions, bool bulk)
{
    Outcome outcome;
    try {
        Transaction transaction(m_database);
        for (const Submission &submission : submissions)
            outcome.verdicts.append(carryOut(submission, outcome.committed.touched));
        if (bulk)
            feedText(m_database, submissions.size() * 2);
        transaction.commit();
        outcome.committed.position = m_feed.position();
        // Current before anyone hears of the commit.
        m_people->refresh(outcome.committed.touched, m_database, m_keys);
        m_around.committed();
    } catch (const SqlFailure &failure) {
        recover();
        outcome.verdicts.fill(refusalFor(failure), submissions.size());
        outcome.committed = {};
    }
    return outcome;
}

bool Writer::feedSomeText(qint64 limit)
{
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
    const bool canSign = submission.signer
        && submission.signer->publicKey() == m_around.publicKeyOf(submission.actor);
    m_around.set({submission.actor, m_clock.now_ms(), canSign});
    Preparation preparation =
        std::visit([this](const auto &command) { return prepare(command); }, submission.command);
    if (const auto *refusal = std::get_if<Refusal>(&preparation))
        return *refusal;
    return append(std::get<Prepared>(preparation), submission, touched);
}

Accepted Writer::append(Prepared &prepared, const Submission &submission, QVector<Touched> &touched)
{
    record::Entry entry{
        .actor = submission.actor, .recorded_ms = m_clock.now_ms(), .subject = prepared.subject};
    if (prepared.seenRevision)
        entry.seen = m_feed.hashAt(prepared.seenRevision);
    for (Event &event : prepared.events) {
        sealPersonal(event, prepared.customer, m_keys, m_random);
        entry.events.append(std::move(event));
    }
    const bool wantsSignature = needSignature(entry.events);
    const qint64 position =
        m_feed.append(entry, wantsSignature ? submission.signer.get() : nullptr);
    const QVector<Touched> now = m_projector.apply(entry, position);
    m_around.commandDone(now);
    touched += now;

    Accepted accepted{.position = position, .subject = prepared.subject};
    const bool isTicket = !now.isEmpty() && now.constLast().what == Touched::Ticket;
    if (const NumberedTicket *ticket =
            isTicket ? m_projector.findTicket(prepared.subject) : nullptr) {
        accepted.number = ticket->number;
        accepted.ticket = ticket->ticket;
    } else {
        accepted.number = m_projector.rows().numberOf(prepared.subject);
    }
    return accepted;
}

void Writer::recover()
{
    m_keys.forget();
    m_around.forget();
    m_projector.forget();
    try {
        m_feed.reload();
    } catch (const SqlFailure &) {
        // The disk still fails; the next transaction fails too, and comes back here.
    }
}

template <typename RowCommand>
Writer::Preparation Writer::decideRow(const RowCommand &command, const Id &row)
{
    Decision decision = decide(command, m_around);
    if (auto *refusal = std::get_if<Refusal>(&decision))
        return std::move(*refusal);
    return Prepared{std::move(std::get<Events>(decision)), row};
}

Writer::Preparation Writer::prepare(const FoundCompany &command)
{
    return decideRow(command, command.company);
}

Writer::Preparation Writer::prepare(const OpenTicket &command)
{
    Decision decision = decide(command, m_around);
    if (auto *refusal = std::get_if<Refusal>(&decision))
        return std::move(*refusal);
    Prepared prepared{std::move(std::get<Events>(decision)), command.ticket};
    for (const Event &event : prepared.events) {
        if (const auto *opened = std::get_if<TicketOpened>(&event))
            prepared.customer = opened->values[field::Customer].value<Id>();
    }
    return prepared;
}

Writer::Preparation Writer::prepare(const ActOnTicket &command)
{
    const NumberedTicket *found = m_projector.findTicket(command.ticket);
    if (!found)
        return Refusal{{}, Words::tr("There is no such ticket."), Words::tr("Check the number."),
            Refusal::Unknown};
    Decision decision = decide(found->ticket, command, m_around);
    if (auto *refusal = std::get_if<Refusal>(&decision))
        return std::move(*refusal);
    return Prepared{std::move(std::get<Events>(decision)), command.ticket,
        found->ticket.values[field::Customer].value<Id>(), command.seenRevision};
}

Writer::Preparation Writer::prepare(const PutRow &command)
{
    return decideRow(command, command.row);
}

Writer::Preparation Writer::prepare(const RemoveRow &command)
{
    return decideRow(command, command.row);
}

Writer::Preparation Writer::prepare(const GrantRole &command)
{
    return decideRow(command, command.grant);
}

Writer::Preparation Writer::prepare(const RevokeGrant &command)
{
    return decideRow(command, command.grant);
}

Writer::Preparation Writer::prepare(const PutAccount &command)
{
    return decideRow(command, accountOf(command.person));
}

} // namespace store
