// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QStringList>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace support
{

/// What somebody asked of the stub.
struct WebQuestion {
    QByteArray method;
    QUrl url; ///< path and query
    QByteArray body;

    QString path() const { return url.path(); }
    QString asked(const QString &name) const;
};

/// What the stub answers. The ways in which servers are bad are ways of answering here.
struct WebAnswer {
    int status = 200;
    QByteArray body = {};
    QByteArray type = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    bool isEndless = false; ///< the body goes on until the other side has had enough
    bool isSilent = false; ///< nothing is ever said
    bool stopsHalfway = false; ///< half of the body, and then nothing
    bool breaksOff = false; ///< half of the body, and then the line is cut
};

/// An HTTP server on this computer alone that answers as a test says, on a thread of its own, and remembers what it was asked.
class StubWeb
{
public:
    using Answering = std::function<WebAnswer(const WebQuestion &)>;

    /// `answering` is called on the stub's thread, one question at a time.
    explicit StubWeb(Answering answering);
    ~StubWeb();

    /// "http://127.0.0.1:PORT" and the path.
    QString url(const QString &path = {}) const;
    QList<WebQuestion> questions() const;
    /// How many of them were for this path.
    qsizetype asked(const QString &path) const;
    void forget();

private:
    void take(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const WebQuestion &question);

    const Answering m_answering;
    QThread m_thread;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    mutable QMutex m_lock;
    QList<WebQuestion> m_questions;
};

} // namespace support
