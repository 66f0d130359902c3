// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/traces.h"

#include "domain/account.h"
#include "domain/division.h"
#include "record/entry.h"
#include "store/ticket_rows.h"

namespace store
{

using namespace domain;

namespace
{

/// The thing that a command's entry would be about.
struct Subject {
    Id operator()(const FoundCompany &command) const { return command.company; }
    Id operator()(const OpenTicket &command) const { return command.ticket; }
    Id operator()(const ActOnTicket &command) const { return command.ticket; }
    Id operator()(const PutRow &command) const { return command.row; }
    Id operator()(const RemoveRow &command) const { return command.row; }
    Id operator()(const GrantRole &command) const { return command.grant; }
    Id operator()(const RevokeGrant &command) const { return command.grant; }
    Id operator()(const PutAccount &command) const { return accountOf(command.person); }
    Id operator()(const LookAt &command) const { return command.customer; }
    Id operator()(const AskErasure &command) const { return command.erasure; }
    Id operator()(const AnswerErasure &command) const { return command.erasure; }
    Id operator()(const InviteDesk &command) const { return command.desk; }
    Id operator()(const AdmitDesk &command) const { return command.desk; }
    Id operator()(const RevokeDesk &command) const { return command.desk; }
    Id operator()(const SettleConflict &command) const { return command.subject; }
    Id operator()(const ActivateRules &command) const { return command.company; }
    Id operator()(const MoveStock &command) const { return command.supply; }
    Id operator()(const DrawGrids &command) const { return subjectOf(command); }
};

Accepted acceptedAt(Database &database, qint64 position, const Id &subject)
{
    RowNumbers rows(database);
    Accepted accepted{.position = position, .subject = subject};
    if (const auto ticket = loadTicket(database, rows, subject)) {
        accepted.number = ticket->number;
        accepted.ticket = ticket->ticket;
    } else {
        accepted.number = rows.numberOf(subject);
    }
    return accepted;
}

} // namespace

qint64 lastPosition(Database &database)
{
    return database.value("SELECT max(position) FROM entries").toLongLong();
}

QVector<std::optional<Accepted>> findTraces(
    Database &database, qint64 after, const QVector<Submission> &submissions)
{
    QVector<std::optional<Accepted>> traces(submissions.size());
    Statement entries(database.handle(),
        "SELECT position, bytes FROM entries WHERE position>? ORDER BY position");
    entries.bind(1, after);
    qsizetype next = 0;
    // Both stand in the order in which they were asked for; between them may lie what others did.
    while (next < submissions.size() && entries.step()) {
        const auto entry = record::decode(entries.blob(1));
        if (!entry)
            continue;
        for (qsizetype i = next; i < submissions.size(); ++i) {
            const Submission &submission = submissions[i];
            if (submission.actor != entry->actor
                || std::visit(Subject(), submission.command) != entry->subject)
                continue;
            traces[i] = acceptedAt(database, entries.integer(0), entry->subject);
            next = i + 1;
            break;
        }
    }
    return traces;
}

} // namespace store
