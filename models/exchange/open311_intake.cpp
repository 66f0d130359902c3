// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open311_intake.h"

#include "exchange/open311_table.h"
#include "exchange/ticket_import.h"
#include "exchange/words.h"

#include "domain/personal_numbers.h"
#include "domain/ticket_fields.h"
#include "domain/workflow.h"
#include "store/reader.h"

#include <algorithm>

namespace exchange
{

using domain::Refusal;
namespace field = domain::field;

namespace
{

constexpr qsizetype mostMediaOfOne = 8;

bool isOver(const domain::Ticket &ticket)
{
    const domain::WorkflowSpec *workflow = domain::findWorkflow(ticket.workflow);
    return workflow && workflow->isFinal(ticket.state);
}

// What the note about one closing ends with, whatever the language of the desk that wrote it.
QString markOf(const Open311Request &request)
{
    return QStringLiteral("[%1 %2]").arg(
        request.id, request.text(QStringLiteral("updated_datetime")));
}

bool isNoted(const domain::Ticket &ticket, const QString &mark)
{
    return std::ranges::any_of(ticket.steps, [&mark](const domain::Step &step) {
        return step.action == u"note" && step.values.text(field::Remark).endsWith(mark);
    });
}

bool isAttached(const domain::Ticket &ticket, const QString &url)
{
    return std::ranges::any_of(ticket.steps, [&url](const domain::Step &step) {
        return step.action == u"attach" && step.values.text(field::Remark) == url;
    });
}

Refusal asRefusal(const FileRefusal &refusal)
{
    return {{},
        refusal.where.isEmpty() ? refusal.what + u'.'
                                : QStringLiteral("%1: %2.").arg(refusal.where, refusal.what),
        refusal.advice, refusal.kind == FileRefusal::Device ? Refusal::Device : Refusal::Rule};
}

} // namespace

std::optional<Refusal> Open311Intake::take(const QVector<Open311Request> &requests)
{
    const QVector<Open311Request> all = usable(requests);
    if (all.isEmpty())
        return {};
    const auto reader = m_desk.newReader();
    if (!reader)
        return Refusal{{}, Words::tr("The desk can't be read."), {}, Refusal::Device};
    QSet<QString> known;
    for (const Open311Request &request : all) {
        if (reader->findTicketFromSource(source(), request.id))
            known.insert(request.id);
    }
    if (auto refusal = reader->takeFailure())
        return refusal;
    if (auto refusal = import(all, known))
        return refusal;
    follow(all, known, *reader);
    return reader->takeFailure();
}

// Those that can be known again; of two with the same number in one answer the first.
QVector<Open311Request> Open311Intake::usable(const QVector<Open311Request> &requests)
{
    QVector<Open311Request> all;
    QSet<QString> seen;
    for (const Open311Request &request : requests) {
        ++m_report.read;
        if (!request.fault.isEmpty()) {
            ++m_report.refused;
            // Without any number its place among those that were read has to do.
            const QString place = QStringLiteral("#%1").arg(m_report.read);
            m_report.problems.append({!request.id.isEmpty() ? request.id
                    : !request.token.isEmpty()              ? request.token
                                                            : place,
                {}, request.fault});
        } else if (request.id.isEmpty()) {
            ++m_report.waiting;
            if (!tokens.contains(request.token))
                tokens << request.token;
        } else if (seen.contains(request.id)) {
            ++m_report.unchanged;
        } else {
            seen.insert(request.id);
            all << request;
        }
    }
    return all;
}

std::optional<Refusal> Open311Intake::import(
    const QVector<Open311Request> &requests, const QSet<QString> &known)
{
    Open311Table table(requests, known);
    m_report.problems += table.oddities();
    ImportOptions options;
    options.idsFromSource = true;
    options.sealNumbers = true;
    options.who = m_who;
    options.refused = [&](const Row &row, const RowProblem &problem) {
        const QString &id = requests[row.line - 1].id;
        m_report.problems.append({id, problem.field, problem.reason});
        if (!known.contains(id))
            refused << id;
    };
    const auto done = importTickets(m_desk, table, m_mapping, options);
    if (const auto *refusal = std::get_if<FileRefusal>(&done))
        return asRefusal(*refusal);
    const auto &report = std::get<ImportReport>(done);
    m_report.accepted += report.counts.accepted;
    m_report.updated += report.counts.updated;
    m_report.unchanged += report.counts.unchanged;
    m_report.refused += report.counts.refused;
    if (report.fileFailure)
        return asRefusal(*report.fileFailure);
    return report.failure;
}

void Open311Intake::follow(
    const QVector<Open311Request> &requests, const QSet<QString> &known, store::Reader &reader)
{
    for (const Open311Request &request : requests) {
        const bool wasKnown = known.contains(request.id);
        if (!wasKnown)
            taken << request.id;
        if (request.media.isEmpty() && !(wasKnown && request.isClosed()))
            continue;
        const auto found = reader.findTicketFromSource(source(), request.id);
        if (!found || isOver(found->ticket))
            continue;
        for (const QString &url :
            request.media.first(std::min(request.media.size(), mostMediaOfOne))) {
            if (!isAttached(found->ticket, url))
                media.append({request.id, url});
        }
        if (wasKnown && request.isClosed())
            noteClosed(request, found->ticket);
    }
    taken.removeIf([this](const QString &id) { return refused.contains(id); });
}

void Open311Intake::noteClosed(const Open311Request &request, const domain::Ticket &ticket)
{
    const QString mark = markOf(request);
    if (isNoted(ticket, mark))
        return;
    const QString notes = request.text(QStringLiteral("status_notes"));
    const QString said = notes.isEmpty() ? Words::tr("Closed at the source without a word.")
                                         : Words::tr("Closed at the source: %1").arg(notes);
    QStringList numbers;
    const QString remark = domain::withNumbersTakenOut(said, numbers) + u' ' + mark;
    const store::Verdict verdict = m_desk
                                       .submit(domain::ActOnTicket{.ticket = ticket.id,
                                                   .action = QStringLiteral("note"),
                                                   .values = {{field::Remark, remark}}},
                                           m_who)
                                       .result();
    if (const Refusal *refusal = store::refused(verdict))
        m_report.problems.append({request.id, {}, refusal->text()});
}

} // namespace exchange
