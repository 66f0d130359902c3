// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace support
{

/// A line between a program and a server on this computer that a test can cut: it hands bytes on in both directions, until it is
/// told to break off. On a thread of its own, since whoever waits for the server may be the test itself.
class CutLine
{
public:
    explicit CutLine(quint16 serverPort)
        : m_serverPort(serverPort)
    {
        m_listener.listen(QHostAddress::LocalHost);
        m_port = m_listener.serverPort();
        QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] { join(); });
        m_listener.moveToThread(&m_thread);
        m_thread.start();
    }

    ~CutLine()
    {
        cut();
        QMetaObject::invokeMethod(
            &m_listener,
            [this] {
                m_listener.close();
                m_listener.moveToThread(m_thread.thread());
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    quint16 port() const { return m_port; }
    /// Every connection through it ends at once; new ones are taken.
    void cut()
    {
        QMetaObject::invokeMethod(
            &m_listener,
            [this] {
                for (QTcpSocket *socket : m_listener.findChildren<QTcpSocket *>()) {
                    socket->abort();
                    socket->deleteLater();
                }
            },
            Qt::BlockingQueuedConnection);
    }
    /// Once so many bytes more came from the server.
    void cutAfter(qint64 bytes) { m_left = bytes; }
    qint64 bytes() const { return m_bytes; }

private:
    void join()
    {
        while (QTcpSocket *near = m_listener.nextPendingConnection()) {
            near->setParent(&m_listener);
            auto *far = new QTcpSocket(&m_listener);
            far->connectToHost(QHostAddress::LocalHost, m_serverPort);
            QObject::connect(
                near, &QTcpSocket::readyRead, far, [=] { far->write(near->readAll()); });
            QObject::connect(far, &QTcpSocket::readyRead, near, [=, this] { pass(near, far); });
            QObject::connect(near, &QTcpSocket::disconnected, far, &QTcpSocket::disconnectFromHost);
            QObject::connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        }
    }

    void pass(QTcpSocket *near, QTcpSocket *far)
    {
        const QByteArray bytes = far->readAll();
        m_bytes += bytes.size();
        if (m_left > 0 && (m_left -= bytes.size()) <= 0) {
            near->write(bytes.first(bytes.size() / 2)); // in the middle of an answer
            near->flush();
            near->abort();
            far->abort();
            return;
        }
        near->write(bytes);
    }

    const quint16 m_serverPort;
    quint16 m_port = 0;
    QTcpServer m_listener;
    QThread m_thread;
    std::atomic<qint64> m_left = 0, m_bytes = 0;
};

} // namespace support
