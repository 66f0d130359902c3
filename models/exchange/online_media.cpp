// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/online_media.h"

#include "exchange/web_hosts.h"
#include "exchange/words.h"

#include "domain/ticket_fields.h"
#include "store/reader.h"

#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

namespace exchange
{

namespace field = domain::field;

namespace
{

// A drawing in SVG may hold a program, so it is none of these.
bool isWanted(const QString &mime)
{
    return (mime.startsWith(u"image/") && !mime.contains(u"svg")) || mime.startsWith(u"video/")
        || mime == u"application/pdf";
}

bool isAttached(const domain::Ticket &ticket, const QString &url)
{
    return std::ranges::any_of(ticket.steps, [&url](const domain::Step &step) {
        return step.action == u"attach" && step.values.text(field::Remark) == url;
    });
}

} // namespace

QString mediaName(const QUrl &url, const QString &suffix)
{
    QString name = url.fileName(QUrl::FullyDecoded);
    name.removeIf(
        [](QChar c) { return !c.isPrint() || QStringLiteral("\\/:*?\"<>|").contains(c); });
    QString stem = QFileInfo(name).completeBaseName().left(60);
    while (stem.startsWith(u'.'))
        stem.remove(0, 1);
    return (stem.isEmpty() ? QStringLiteral("media") : stem) + u'.'
        + (suffix.isEmpty() ? QStringLiteral("bin") : suffix);
}

QVector<WantedMedia> OnlineMedia::fetch(const QVector<WantedMedia> &wanted)
{
    QVector<WantedMedia> left;
    const auto reader = m_desk.newReader();
    int fetched = 0;
    for (WantedMedia one : wanted) {
        const bool isTurn = reader && one.tries < m_limits.tries && fetched < m_limits.files
            && !m_calls.isStopped();
        const Outcome outcome = isTurn ? fetchOne(one, *reader) : Outcome::Later;
        fetched += isTurn;
        if (outcome == Outcome::Done)
            continue;
        if (isTurn)
            one.tries = outcome == Outcome::Never ? m_limits.tries : one.tries + 1;
        left.append(one);
    }
    return left;
}

OnlineMedia::Outcome OnlineMedia::fetchOne(const WantedMedia &one, store::Reader &reader)
{
    const auto found = reader.findTicketFromSource(m_source, one.id);
    if (!found || isAttached(found->ticket, one.url))
        return Outcome::Done;
    const QUrl url(one.url, QUrl::StrictMode);
    if (!url.isValid() || !mayFetchFrom(url, m_service)) {
        return refuse(
            one, Words::tr("its address leads to no public place on the web"), Outcome::Never);
    }
    HttpLimits limits = m_calls.limits();
    limits.bytes = m_limits.bytes;
    limits.attempts = std::min(limits.attempts, 2);
    const HttpAnswer answer = m_calls.get(url, limits, [this](const QUrl &from, const QUrl &to) {
        const bool isDowngraded = from.scheme() == u"https" && to.scheme() != u"https";
        return !isDowngraded && mayFetchFrom(to, m_service);
    });
    if (!answer.isGood())
        return refuse(one, answer.failure, answer.isPassing ? Outcome::Later : Outcome::Never);
    return attach(one, answer, found->ticket.id);
}

OnlineMedia::Outcome OnlineMedia::attach(
    const WantedMedia &one, const HttpAnswer &answer, const domain::Id &ticket)
{
    const QMimeType kind = QMimeDatabase().mimeTypeForData(answer.body);
    if (answer.body.isEmpty() || !isWanted(kind.name())) {
        return refuse(one,
            Words::tr("it is neither a picture nor a film nor a PDF but %1").arg(kind.name()),
            Outcome::Never);
    }
    const QString name = mediaName(QUrl(one.url), kind.preferredSuffix());
    const Desk::Kept kept = m_desk.keepContent(answer.body, name).result();
    if (const auto *refusal = std::get_if<domain::Refusal>(&kept))
        return refuse(one, refusal->text(), Outcome::Later);
    domain::Values values = std::get<domain::Values>(kept);
    values.set(field::Remark, one.url);
    const store::Verdict verdict = m_desk
                                       .submit(domain::ActOnTicket{.ticket = ticket,
                                                   .action = QStringLiteral("attach"),
                                                   .values = values},
                                           m_who)
                                       .result();
    if (const domain::Refusal *refusal = store::refused(verdict))
        return refuse(one, refusal->text(), Outcome::Later);
    ++m_report.attachments;
    return Outcome::Done;
}

OnlineMedia::Outcome OnlineMedia::refuse(
    const WantedMedia &one, const QString &why, Outcome outcome)
{
    m_report.problems.append({one.id, QStringLiteral("media_url"),
        Words::tr("%1 was not fetched: %2").arg(one.url.left(200), why)});
    return outcome;
}

} // namespace exchange
