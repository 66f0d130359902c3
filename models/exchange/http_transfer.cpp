// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/http_transfer.h"

#include "exchange/words.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkReply>

#include <algorithm>

namespace exchange
{

namespace
{

constexpr qint64 megabyte = 1 << 20;

QString statusText(int status)
{
    switch (status) {
    case 401:
    case 403:
        return Words::tr("the server lets nobody in without the right key (%1)").arg(status);
    case 404:
    case 410:
        return Words::tr("there is nothing at this address (%1)").arg(status);
    case 429:
        return Words::tr("the server is asked too often (%1)").arg(status);
    default:
        return status >= 500 ? Words::tr("the server has failed (%1)").arg(status)
                             : Words::tr("the server refuses (%1)").arg(status);
    }
}

bool isPassingStatus(int status)
{
    return status >= 500 || status == 429 || status == 408;
}

} // namespace

HttpTransfer::HttpTransfer(QNetworkReply &reply, const HttpLimits &limits)
    : m_reply(reply)
    , m_limits(limits)
{
    m_reply.setReadBufferSize(256 << 10);
    m_whole.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_reply, &QNetworkReply::readyRead, this, &HttpTransfer::read);
    connect(&m_reply, &QNetworkReply::uploadProgress, this,
        [this] { m_silence.start(m_limits.silence_ms); });
    connect(&m_reply, &QNetworkReply::finished, this, [this] {
        read();
        m_isOver = true;
        m_loop.quit();
    });
    connect(&m_whole, &QTimer::timeout, this,
        [this] { giveUp(Words::tr("the answer took too long"), true); });
    connect(&m_silence, &QTimer::timeout, this,
        [this] { giveUp(Words::tr("the server has gone silent"), true); });
}

HttpAnswer HttpTransfer::run()
{
    m_whole.start(m_limits.whole_ms);
    m_silence.start(m_limits.silence_ms);
    if (!m_reply.isFinished() && !m_isOver)
        m_loop.exec();
    m_whole.stop();
    m_silence.stop();
    read();
    return answer();
}

void HttpTransfer::giveUp(const QString &why, bool isPassing)
{
    if (!m_failure.isEmpty() || m_isOver)
        return;
    m_failure = why;
    m_isPassing = isPassing;
    m_reply.abort();
    m_loop.quit();
}

void HttpTransfer::read()
{
    if (!m_failure.isEmpty() || !m_reply.isOpen() || m_reply.bytesAvailable() == 0)
        return;
    m_silence.start(m_limits.silence_ms);
    m_body += m_reply.read(m_limits.bytes + 1 - m_body.size());
    if (m_body.size() > m_limits.bytes) {
        m_body.clear();
        giveUp(Words::tr("the answer is larger than %1 MB")
                   .arg(std::max<qint64>(1, m_limits.bytes / megabyte)),
            false);
    }
}

HttpAnswer HttpTransfer::answer() const
{
    HttpAnswer answer;
    answer.url = m_reply.url();
    answer.status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.type = m_reply.header(QNetworkRequest::ContentTypeHeader).toString();
    answer.failure = m_failure;
    answer.isPassing = m_isPassing;
    if (!m_failure.isEmpty())
        return answer;
    answer.body = m_body;
    const bool isGood = answer.status >= 200 && answer.status < 300;
    if (isGood && m_reply.error() == QNetworkReply::NoError)
        return answer;
    if (answer.status >= 400) {
        answer.failure = statusText(answer.status);
        answer.isPassing = isPassingStatus(answer.status);
    } else if (m_reply.error() != QNetworkReply::NoError) {
        answer.failure = m_reply.errorString().section(u'\n', 0, 0).left(200);
        answer.isPassing = true;
    }
    return answer;
}

int retryAfter_ms(const QByteArray &header, qint64 now_ms)
{
    const QByteArray text = header.trimmed();
    bool isSeconds = false;
    const qint64 seconds = text.toLongLong(&isSeconds);
    constexpr qint64 most = 24 * 60 * 60; // seconds; more would only overflow
    if (isSeconds)
        return int(std::clamp<qint64>(seconds, 0, most) * 1000);
    const QDateTime until = QLocale::c().toDateTime(
        QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!until.isValid())
        return 0;
    const qint64 at_ms = QDateTime(until.date(), until.time(), Qt::UTC).toMSecsSinceEpoch();
    return int(std::clamp<qint64>(at_ms - now_ms, 0, most * 1000));
}

} // namespace exchange
