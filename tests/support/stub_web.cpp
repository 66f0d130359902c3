// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/stub_web.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

namespace support
{

namespace
{

QByteArray headOf(const WebAnswer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status)
        + " Said\r\nContent-Type: " + answer.type + "\r\nConnection: close\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (!answer.isEndless)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return head + "\r\n";
}

/// The whole question, or nothing while more of it is to come.
std::optional<WebQuestion> questionIn(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const QByteArray head = bytes.left(end);
    const qsizetype at = head.toLower().indexOf("content-length:");
    const qint64 length =
        at < 0 ? 0 : head.mid(at + 15, head.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
    if (bytes.size() - end - 4 < length)
        return {};
    const QList<QByteArray> first = head.left(head.indexOf("\r\n")).split(' ');
    return WebQuestion{
        first.value(0), QUrl(QString::fromLatin1(first.value(1))), bytes.mid(end + 4, length)};
}

} // namespace

QString WebQuestion::asked(const QString &name) const
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

StubWeb::StubWeb(Answering answering)
    : m_answering(std::move(answering))
    , m_server(std::make_unique<QTcpServer>())
{
    m_server->listen(QHostAddress::LocalHost);
    m_port = m_server->serverPort();
    m_server->moveToThread(&m_thread);
    QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            take(socket);
    });
    m_thread.start();
}

StubWeb::~StubWeb()
{
    QMetaObject::invokeMethod(
        m_server.get(), [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void StubWeb::take(QTcpSocket *socket)
{
    auto bytes = std::make_shared<QByteArray>();
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, bytes] {
        *bytes += socket->readAll();
        if (const auto question = questionIn(*bytes)) {
            bytes->clear();
            answer(socket, *question);
        }
    });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void StubWeb::answer(QTcpSocket *socket, const WebQuestion &question)
{
    {
        const QMutexLocker lock(&m_lock);
        m_questions.append(question);
    }
    const WebAnswer said = m_answering(question);
    if (said.isSilent)
        return;
    socket->write(headOf(said));
    if (said.isEndless) {
        const auto more = [socket, body = said.body] { socket->write(body); };
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
        return;
    }
    if (!said.stopsHalfway && !said.breaksOff) {
        socket->write(said.body);
        socket->disconnectFromHost();
        return;
    }
    socket->write(said.body.left(said.body.size() / 2));
    if (said.breaksOff)
        socket->disconnectFromHost();
}

QString StubWeb::url(const QString &path) const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path);
}

QList<WebQuestion> StubWeb::questions() const
{
    const QMutexLocker lock(&m_lock);
    return m_questions;
}

qsizetype StubWeb::asked(const QString &path) const
{
    const QMutexLocker lock(&m_lock);
    return std::count_if(m_questions.cbegin(), m_questions.cend(),
        [&path](const WebQuestion &question) { return question.path() == path; });
}

void StubWeb::forget()
{
    const QMutexLocker lock(&m_lock);
    m_questions.clear();
}

} // namespace support
