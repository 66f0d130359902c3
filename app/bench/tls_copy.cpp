// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/tls_copy.h"

#include "bench/desks.h"

#include "peers/listener.h"
#include "peers/tls_identity.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QSslSocket>
#include <QThread>

#include <unistd.h>

namespace bench
{

using peers::TlsIdentity;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 piece = 1 << 20;

[[noreturn]] void fail(const QString &why)
{
    throw Failed({{}, why, {}, domain::Refusal::Device});
}

void prepare(QSslSocket &socket, const TlsIdentity &identity)
{
    socket.setSslConfiguration(identity.configuration());
    QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&] { socket.ignoreSslErrors(); });
}

/// Takes the one who calls, and hands it the file.
void give(const QString &from, quint16 port, const TlsIdentity &identity)
{
    QSslSocket socket;
    prepare(socket, identity);
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QEventLoop loop;
    const auto pump = [&] {
        while (!file.atEnd() && socket.bytesToWrite() + socket.encryptedBytesToWrite() < piece)
            socket.write(file.read(piece));
    };
    QObject::connect(&socket, &QSslSocket::encrypted, &loop, pump);
    QObject::connect(&socket, &QSslSocket::encryptedBytesWritten, &loop, pump);
    QObject::connect(&socket, &QSslSocket::disconnected, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QSslSocket::errorOccurred, &loop, &QEventLoop::quit);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, port, TlsIdentity::name());
    loop.exec();
}

} // namespace

qint64 copyThroughTls_ms(const QString &from, const QString &to)
{
    const auto identity = TlsIdentity::make();
    if (!identity)
        fail(u"no certificate"_s);
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly))
        fail(target.errorString());
    QEventLoop loop;
    QSslSocket socket;
    prepare(socket, *identity);
    peers::Listener listener([&](qintptr descriptor) {
        socket.setSocketDescriptor(descriptor);
        socket.startServerEncryption();
    });
    if (!listener.listen(QHostAddress::LocalHost))
        fail(listener.errorString());
    // Whoever takes says when it is enough: what is still in a socket's buffers when the other side leaves may be lost.
    const qint64 size = QFile(from).size();
    const auto take = [&] {
        for (QByteArray bytes = socket.read(piece); !bytes.isEmpty(); bytes = socket.read(piece))
            target.write(bytes);
        if (target.pos() >= size)
            socket.disconnectFromHost();
    };
    socket.setReadBufferSize(piece);
    QObject::connect(&socket, &QSslSocket::readyRead, &loop, take);
    QObject::connect(&socket, &QSslSocket::disconnected, &loop, &QEventLoop::quit);
    QElapsedTimer time;
    time.start();
    const std::unique_ptr<QThread> giver(
        QThread::create([&, port = listener.serverPort()] { give(from, port, *identity); }));
    giver->start();
    loop.exec();
    const bool isDurable = target.flush() && ::fsync(target.handle()) == 0;
    const qint64 copied_ms = time.elapsed();
    giver->wait();
    if (!isDurable || target.size() != size)
        fail(u"the copy is not whole"_s);
    return copied_ms;
}

} // namespace bench
