// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/online_status.h"

#include "exchange/words.h"

#include "domain/personal_numbers.h"
#include "domain/ticket_fields.h"
#include "domain/workflow.h"
#include "store/reader.h"

#include <QCryptographicHash>

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

constexpr qsizetype longestReply = 4000; // characters

bool isFinal(const domain::Ticket &ticket, const QString &state)
{
    const domain::WorkflowSpec *workflow = domain::findWorkflow(ticket.workflow);
    return workflow && workflow->isFinal(state);
}

// What was over when it came in, the service knows.
bool isNews(const domain::Ticket &ticket)
{
    return isFinal(ticket, ticket.state) && !ticket.steps.isEmpty()
        && !isFinal(ticket, ticket.steps.constFirst().to);
}

QString replyOf(const domain::Ticket &ticket)
{
    QStringList numbers;
    return domain::withNumbersTakenOut(ticket.values.text(domain::field::Reply), numbers)
        .left(longestReply);
}

QByteArray closedWith(const QString &reply)
{
    return "closed/"
        + QCryptographicHash::hash(reply.toUtf8(), QCryptographicHash::Blake2b_160).toHex();
}

QByteArray formOf(const QVector<std::pair<QByteArray, QString>> &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!value.isEmpty())
            form += (form.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

} // namespace

std::optional<Refusal> OnlineStatus::tell(OnlineState &state)
{
    const auto reader = m_desk.newReader();
    if (!reader)
        return Refusal{{}, Words::tr("The desk can't be read."), {}, Refusal::Device};
    // Looked at before the question: what happens meanwhile is found the next time.
    const qint64 position = reader->position();
    QStringList ids =
        state.untold + reader->findSourceIdsSince(m_source, state.toldPosition).keys();
    if (auto failure = reader->takeFailure())
        return failure;
    ids.removeDuplicates();
    std::optional<Refusal> failure;
    QStringList untold;
    bool isReachable = true;
    for (const QString &id : std::as_const(ids)) {
        const auto found = reader->findTicketFromSource(m_source, id);
        if (!found || !isNews(found->ticket))
            continue;
        const Outcome outcome = isReachable && !failure && !m_calls.isStopped()
            ? tellOne(id, found->ticket, failure)
            : Outcome::Unreachable;
        isReachable = isReachable && outcome != Outcome::Unreachable;
        if (outcome == Outcome::Refused || outcome == Outcome::Unreachable)
            untold << id;
    }
    if (failure)
        return failure;
    state.toldPosition = position;
    state.untold = untold;
    return {};
}

OnlineStatus::Outcome OnlineStatus::tellOne(
    const QString &id, const domain::Ticket &ticket, std::optional<Refusal> &failure)
{
    const QString reply = replyOf(ticket);
    const QByteArray told = closedWith(reply);
    if (m_book.told(m_service.name, id) == told)
        return Outcome::Nothing;
    const HttpAnswer answer = post(id, reply);
    if (!answer.isGood()) {
        m_report.problems.append({id, u"status"_s,
            Words::tr("the service didn't take the status: %1").arg(answer.failure)});
        return answer.isPassing ? Outcome::Unreachable : Outcome::Refused;
    }
    ++m_report.statusSent;
    failure = m_book.keepTold(m_service.name, id, told);
    return Outcome::Told;
}

HttpAnswer OnlineStatus::post(const QString &id, const QString &reply)
{
    const QByteArray number = QUrl::toPercentEncoding(id);
    return m_calls.post(m_service.at(u"requests/%1.json"_s.arg(QString::fromLatin1(number))),
        formOf({{"api_key", m_service.apiKey}, {"jurisdiction_id", m_service.jurisdiction},
            {"status", u"closed"_s}, {"status_notes", reply}}));
}

} // namespace exchange
