// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/http_calls.h"

#include "exchange/http_transfer.h"
#include "exchange/words.h"

#include <QDateTime>
#include <QNetworkReply>

#include <algorithm>

namespace exchange
{

namespace
{

constexpr int firstWait_ms = 1000;

int defaultPort(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

bool isWeb(const QUrl &url)
{
    return (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "Griddesk");
    // What is packed could unpack to any size.
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

} // namespace

HttpCalls::HttpCalls(HttpLimits limits, Wait wait)
    : m_limits(limits)
    , m_wait(std::move(wait))
{
}

HttpCalls::~HttpCalls() = default;

bool HttpCalls::staysOnHost(const QUrl &from, const QUrl &to)
{
    if (!isWeb(to) || from.host() != to.host())
        return false;
    if (from.scheme() == to.scheme())
        return defaultPort(from) == defaultPort(to);
    return to.scheme() == u"https" && defaultPort(to) == 443;
}

void HttpCalls::stop()
{
    m_isStopped = true;
    QMetaObject::invokeMethod(this, &HttpCalls::stopped, Qt::QueuedConnection);
}

HttpAnswer HttpCalls::get(const QUrl &url)
{
    return ask(url, nullptr, m_limits, staysOnHost);
}

HttpAnswer HttpCalls::get(const QUrl &url, const HttpLimits &limits, const MayFollow &mayFollow)
{
    return ask(url, nullptr, limits, mayFollow);
}

HttpAnswer HttpCalls::post(const QUrl &url, const QByteArray &form)
{
    return ask(url, &form, m_limits, [](const QUrl &, const QUrl &) { return false; });
}

HttpAnswer HttpCalls::ask(
    QUrl url, const QByteArray *form, const HttpLimits &limits, const MayFollow &mayFollow)
{
    for (int attempt = 1;; ++attempt) {
        int after_ms = 0;
        HttpAnswer answer = askFollowing(url, form, limits, mayFollow, after_ms);
        if (answer.isGood() || !answer.isPassing || attempt >= limits.attempts || m_isStopped)
            return answer;
        const int own_ms = firstWait_ms << std::min(attempt - 1, 10);
        // Whoever asks for longer than that is asked again at the next round.
        if (after_ms > limits.longestWait_ms)
            return answer;
        waitFor(std::min(std::max(own_ms, after_ms), limits.longestWait_ms));
    }
}

HttpAnswer HttpCalls::askFollowing(QUrl url, const QByteArray *form, const HttpLimits &limits,
    const MayFollow &mayFollow, int &after_ms)
{
    for (int steps = 0;; ++steps) {
        if (m_isStopped)
            return {.url = url, .failure = Words::tr("it was stopped")};
        if (!isWeb(url))
            return {.url = url, .failure = Words::tr("only http and https addresses are asked")};
        const auto reply = begin({url, form, limits});
        HttpTransfer transfer(*reply, limits);
        connect(this, &HttpCalls::stopped, &transfer,
            [&transfer] { transfer.giveUp(Words::tr("it was stopped"), false); });
        HttpAnswer answer = transfer.run();
        after_ms =
            retryAfter_ms(reply->rawHeader("Retry-After"), QDateTime::currentMSecsSinceEpoch());
        if (answer.status < 300 || answer.status >= 400 || !answer.isGood())
            return answer;
        const QUrl next =
            url.resolved(QUrl(QString::fromUtf8(reply->rawHeader("Location")), QUrl::StrictMode));
        answer.body.clear();
        answer.failure =
            Words::tr("the server leads elsewhere: %1").arg(next.toDisplayString().left(200));
        if (steps >= limits.redirects || !isWeb(next) || !mayFollow(url, next))
            return answer;
        url = next;
    }
}

std::unique_ptr<QNetworkReply> HttpCalls::begin(const Question &question)
{
    QNetworkRequest request = requestFor(question.url);
    if (!question.form)
        return std::unique_ptr<QNetworkReply>(m_network.get(request));
    request.setHeader(
        QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    return std::unique_ptr<QNetworkReply>(m_network.post(request, *question.form));
}

void HttpCalls::waitFor(int ms)
{
    if (m_wait) {
        m_wait(ms);
        return;
    }
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    connect(this, &HttpCalls::stopped, &loop, &QEventLoop::quit);
    if (!m_isStopped)
        loop.exec();
}

} // namespace exchange
