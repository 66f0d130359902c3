// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open311_walk.h"

#include "exchange/words.h"

#include <QDateTime>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

constexpr qint64 minute_ms = 60'000;
constexpr qint64 day_ms = 24 * 60 * minute_ms;
constexpr qint64 longestWindow_ms = 90 * day_ms;
constexpr qint64 shortestWindow_ms = minute_ms;
constexpr qsizetype pageSize = 100;
constexpr qsizetype mostOfServer = 1000; // GeoReport lets a server stop there
constexpr int mostPages = 1000;
constexpr qsizetype mostAtOnce = 200'000;
constexpr int mostWindows = 2000; // halved ones too

QString moment(qint64 at_ms)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}

QString keyOf(const Open311Request &request)
{
    return request.id.isEmpty() ? u"token "_s + request.token : request.id;
}

Refusal asRefusal(const FileRefusal &refusal)
{
    return {{}, u"%1: %2."_s.arg(refusal.where, refusal.what), refusal.advice, Refusal::Device};
}

Refusal unreachable(const QUrl &url, const QString &why)
{
    return {{},
        Words::tr("%1: %2.").arg(
            url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo), why),
        Words::tr("What was taken in stays; the rest comes with the next time."), Refusal::Device};
}

Refusal endless()
{
    return {{}, Words::tr("The service sends pages without end."),
        Words::tr("Ask whoever runs the service."), Refusal::Device};
}

} // namespace

std::optional<Refusal> Open311Walk::run(qint64 from_ms, qint64 until_ms)
{
    QVector<Window> left;
    for (qint64 from = from_ms; from < until_ms; from += longestWindow_ms)
        left.prepend({from, std::min(from + longestWindow_ms, until_ms)});
    for (int windows = 0; !left.isEmpty(); ++windows) {
        if (windows == mostWindows)
            return endless();
        const Window window = left.takeLast();
        if (auto refusal = walk(window, left))
            return refusal;
        // Every other window would bring the same.
        if (m_ignoresTime)
            break;
    }
    return {};
}

std::optional<Refusal> Open311Walk::walk(const Window &window, QVector<Window> &left)
{
    Pages pages;
    if (auto refusal = readPages(window, pages))
        return refusal;
    m_ignoresTime = pages.outside > 0 && pages.outside * 2 > pages.all;
    if (m_ignoresTime) {
        remark(Words::tr("The service pays no heed to the dates that it is asked for; what it no "
                         "longer shows can't be read."));
        return {};
    }
    if (!looksCut(pages))
        return {};
    const qint64 half_ms = (window.until_ms - window.from_ms) / 2;
    if (half_ms < shortestWindow_ms) {
        remark(Words::tr("The service shows no more than %1 requests of the minute %2; others of "
                         "the same minute may be missing.")
                   .arg(pages.all)
                   .arg(moment(window.from_ms)));
        return {};
    }
    left.append({window.from_ms + half_ms, window.until_ms});
    left.append({window.from_ms, window.from_ms + half_ms});
    return {};
}

// A server that ignores `page` shows the same again: then a round number is where it stopped. One that doesn't has a
// thousand at most over all of its pages.
bool Open311Walk::looksCut(const Pages &pages)
{
    if (pages.isPaged)
        return pages.all >= mostOfServer && pages.all % mostOfServer == 0;
    constexpr qsizetype roundNumber = 50;
    return pages.first >= pageSize && pages.first % roundNumber == 0;
}

std::optional<Refusal> Open311Walk::readPages(const Window &window, Pages &pages)
{
    QSet<QString> ofWindow;
    for (int page = 1; page <= mostPages; ++page) {
        const Answer answer = askPage(window, page);
        if (const auto *refusal = std::get_if<Refusal>(&answer))
            return *refusal;
        const auto &requests = std::get<QVector<Open311Request>>(answer);
        const qsizetype before = ofWindow.size();
        const QVector<Open311Request> toTake = fresh(requests, ofWindow);
        if (page == 1)
            pages.first = requests.size();
        if (ofWindow.size() == before && (page > 1 || requests.isEmpty()))
            return {};
        pages.isPaged = page > 1;
        pages.all = ofWindow.size();
        pages.outside += std::ranges::count_if(
            requests, [&](const Open311Request &one) { return isOutside(one, window); });
        if (m_seen.size() > mostAtOnce)
            break;
        if (toTake.isEmpty())
            continue;
        if (auto refusal = m_take(toTake))
            return refusal;
    }
    return endless();
}

QVector<Open311Request> Open311Walk::fresh(
    const QVector<Open311Request> &page, QSet<QString> &ofWindow)
{
    QVector<Open311Request> news;
    for (const Open311Request &request : page) {
        const QString key = keyOf(request);
        ofWindow.insert(key);
        if (!m_seen.contains(key)) {
            m_seen.insert(key);
            news.append(request);
        }
    }
    return news;
}

bool Open311Walk::isOutside(const Open311Request &request, const Window &window)
{
    const QDateTime at = QDateTime::fromString(request.text(u"requested_datetime"_s), Qt::ISODate);
    if (!at.isValid())
        return false;
    const qint64 at_ms = at.toMSecsSinceEpoch();
    return at_ms < window.from_ms - day_ms || at_ms > window.until_ms + day_ms;
}

Open311Walk::Answer Open311Walk::askPage(const Window &window, int page)
{
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, moment(window.from_ms));
    query.addQueryItem(u"end_date"_s, moment(window.until_ms));
    query.addQueryItem(u"page"_s, QString::number(page));
    query.addQueryItem(u"page_size"_s, QString::number(pageSize));
    return askPath(u"requests"_s, query);
}

Open311Walk::Answer Open311Walk::ask(const QString &path)
{
    return askPath(path, {});
}

Open311Walk::Answer Open311Walk::askPath(const QString &path, const QUrlQuery &asked)
{
    QUrlQuery query = asked;
    if (!m_service.jurisdiction.isEmpty())
        query.addQueryItem(u"jurisdiction_id"_s, m_service.jurisdiction);
    QUrl url = m_service.at(path + (m_isXml ? u".xml"_s : u".json"_s));
    url.setQuery(query);
    const HttpAnswer answer = m_calls.get(url);
    const bool lacksFormat = answer.status == 404 || answer.status == 406 || answer.status == 415;
    if (lacksFormat && !m_isXml && path == u"requests") {
        m_isXml = true;
        Answer other = askPath(path, asked);
        m_isXml = std::holds_alternative<QVector<Open311Request>>(other);
        return m_isXml ? other : Answer(unreachable(url, answer.failure));
    }
    if (answer.status == 404 && path != u"requests")
        return QVector<Open311Request>();
    if (!answer.isGood())
        return unreachable(url, answer.failure);
    const QString name = answer.url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    auto read = readOpen311(answer.body, answer.type, name);
    if (const auto *refusal = std::get_if<FileRefusal>(&read))
        return asRefusal(*refusal);
    return std::get<QVector<Open311Request>>(std::move(read));
}

void Open311Walk::remark(const QString &text)
{
    if (!m_remarks.contains(text))
        m_remarks << text;
}

} // namespace exchange
