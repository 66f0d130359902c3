// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_network.h"

#include "peers/link.h"

#include <QSslSocket>
#include <QTcpServer>

using namespace peers;
using namespace support;

namespace
{

/// A node with little patience.
class ShortDesk : public NetDesk
{
public:
    explicit ShortDesk(Board &board)
        : NetDesk(board, "host", 1)
    {
        setup.greetingWithin_ms = 1500;
        setup.takingWithin_ms = 1500;
        join();
    }

    void connectTo(QTcpSocket &socket) const
    {
        socket.connectToHost(address.host, address.port);
        QVERIFY(socket.waitForConnected());
    }
};

bool isHungUp(const QTcpSocket &socket)
{
    return socket.state() == QAbstractSocket::UnconnectedState;
}

/// Somebody with a certificate and a key of their own, who says what they like.
class Stranger
{
public:
    explicit Stranger(const char *name, quint64 seed = 77)
        : random(seed)
        , id(Id::named(name))
        , key(record::SigningKey::fresh(random))
        , identity(*TlsIdentity::make())
    {
        socket.setSslConfiguration(identity.configuration());
        QObject::connect(
            &socket, &QSslSocket::sslErrors, &socket, [this] { socket.ignoreSslErrors(); });
    }

    void call(const Address &address)
    {
        socket.connectToHostEncrypted(address.host, address.port, TlsIdentity::name());
    }

    SeededRandom random;
    Id id;
    record::SigningKey key;
    TlsIdentity identity;
    QSslSocket socket;
};

/// Ends TLS on both sides with certificates of its own and passes on all that it reads.
class Between : public QTcpServer
{
public:
    explicit Between(const Address &to)
        : m_to(to)
    {
        listen(QHostAddress(QHostAddress::LocalHost));
    }

    Address address() const { return {QStringLiteral("127.0.0.1"), serverPort()}; }
    qint64 passed = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *guest = new QSslSocket(this), *host = new QSslSocket(this);
        for (QSslSocket *socket : {guest, host}) {
            socket->setSslConfiguration(m_identity.configuration());
            connect(
                socket, &QSslSocket::sslErrors, socket, [socket] { socket->ignoreSslErrors(); });
        }
        const auto pass = [this](QSslSocket *from, QSslSocket *to) {
            const QByteArray bytes = from->readAll();
            passed += bytes.size();
            to->write(bytes);
        };
        connect(guest, &QSslSocket::readyRead, this, [=] { pass(guest, host); });
        connect(host, &QSslSocket::readyRead, this, [=] { pass(host, guest); });
        connect(guest, &QSslSocket::disconnected, host, &QSslSocket::disconnectFromHost);
        connect(host, &QSslSocket::disconnected, guest, &QSslSocket::disconnectFromHost);
        guest->setSocketDescriptor(descriptor);
        guest->startServerEncryption();
        host->connectToHostEncrypted(m_to.host, m_to.port, TlsIdentity::name());
    }

private:
    const Address m_to;
    const TlsIdentity m_identity = *TlsIdentity::make();
};

} // namespace

/// What comes to an open port: nobody who hasn't proven anything costs much, hears much, or stays long.
class LinkAdversaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoConnectsAndSaysNothingIsLeft()
    {
        Board board;
        ShortDesk host(board);
        host.listen();
        QTcpSocket socket;
        host.connectTo(socket);
        QTRY_VERIFY(isHungUp(socket));
        QVERIFY(host.node->states().isEmpty());
    }

    void garbageBeforeTlsEndsIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a web browser") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("zeros") << QByteArray(1000, '\0');
        QTest::newRow("a mebibyte") << QByteArray(1 << 20, 'x');
        QTest::newRow("half a handshake")
            << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
    }

    void garbageBeforeTlsEndsIt()
    {
        QFETCH(QByteArray, bytes);
        Board board;
        ShortDesk host(board);
        host.listen();
        QTcpSocket socket;
        host.connectTo(socket);
        socket.write(bytes);
        QTRY_VERIFY(isHungUp(socket));
    }

    void garbageBehindTlsEndsIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("hello, is anybody there?");
        QTest::newRow("a mebibyte") << QByteArray(1 << 20, '\x01');
        QTest::newRow("half a message") << QByteArray("\x00\x40griddesk", 10);
        QTest::newRow("nothing") << QByteArray();
    }

    void garbageBehindTlsEndsIt()
    {
        QFETCH(QByteArray, bytes);
        Board board;
        ShortDesk host(board);
        host.listen();
        Stranger stranger("stranger");
        stranger.call(host.address);
        QTRY_VERIFY(stranger.socket.isEncrypted());
        stranger.socket.write(bytes);
        QTRY_VERIFY(isHungUp(stranger.socket));
        QVERIFY(host.node->states().isEmpty());
    }

    void whoShowsNoCertificateIsRefused()
    {
        Board board;
        ShortDesk host(board);
        host.listen();
        QSslSocket socket;
        QSslConfiguration bare;
        bare.setProtocol(QSsl::TlsV1_3OrLater);
        bare.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(bare);
        QByteArray heard;
        connect(&socket, &QSslSocket::readyRead, &socket, [&] { heard += socket.readAll(); });
        socket.connectToHostEncrypted(host.address.host, host.address.port);
        QTRY_VERIFY(socket.state() != QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(isHungUp(socket));
        QVERIFY(heard.isEmpty());
    }

    void olderTlsIsRefused()
    {
        Board board;
        ShortDesk host(board);
        host.listen();
        Stranger stranger("stranger");
        QSslConfiguration old = stranger.identity.configuration();
        old.setProtocol(QSsl::TlsV1_2);
        stranger.socket.setSslConfiguration(old);
        bool isEncrypted = false;
        connect(&stranger.socket, &QSslSocket::encrypted, this, [&] { isEncrypted = true; });
        stranger.call(host.address);
        QTRY_VERIFY(stranger.socket.state() != QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(isHungUp(stranger.socket));
        QVERIFY(!isEncrypted);
    }

    void somebodyInBetweenIsNoticed()
    {
        Board board;
        ShortDesk host(board);
        NetDesk guest(board, "guest", 2);
        guest.join();
        board.say(guest.id, "secret");
        host.listen();
        Between between(host.address);
        guest.call(between.address());
        QTRY_VERIFY2(
            guest.state().error.contains(QStringLiteral("prove")), qPrintable(guest.state().error));
        QVERIFY(between.passed > 0);
        QVERIFY(board.wordsOf(host.id).isEmpty());
        QVERIFY(host.node->states().isEmpty());
    }

    void fewStrangersComeInAtOnce()
    {
        Board board;
        ShortDesk host(board);
        host.setup.mostStrangersFromOne = 3;
        host.setup.greetingWithin_ms = 60'000;
        host.listen();
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 20; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            host.connectTo(*sockets.back());
        }
        const auto open = [&] {
            return std::ranges::count_if(sockets, [](const auto &one) { return !isHungUp(*one); });
        };
        QTRY_COMPARE(open(), 3);
        // When they have gone there is room again.
        sockets.clear();
        NetDesk guest(board, "guest", 2);
        guest.join();
        guest.call(host.address);
        QTRY_VERIFY_WITH_TIMEOUT(guest.isInStep(), 15'000);
    }

    void whoTakesNothingIsLeft()
    {
        Board board;
        ShortDesk host(board);
        NetDesk deaf(board, "deaf", 2);
        deaf.join();
        // More than the system keeps on its way.
        for (int i = 0; i < 64; ++i)
            board.say(host.id, QByteArray::number(i) + QByteArray(1 << 20, 'x'));
        host.listen();

        Stranger stranger("deaf");
        stranger.socket.setReadBufferSize(16 << 10);
        std::unique_ptr<Greeting> greeting;
        connect(&stranger.socket, &QSslSocket::encrypted, this, [&] {
            greeting = std::make_unique<Greeting>(
                Side::Caller, Greeting::Own{deaf.id, deaf.key, stranger.identity.fingerprint()},
                TlsIdentity::fingerprintOf(stranger.socket.peerCertificate()), Purpose::Exchange,
                [](const Greeted &) { return Objection::None; }, stranger.random);
            stranger.socket.write(greeting->start());
        });
        connect(&stranger.socket, &QSslSocket::readyRead, this, [&] {
            if (greeting->state() == Greeting::State::Talking)
                stranger.socket.write(greeting->receive(stranger.socket.readAll()));
        });
        stranger.call(host.address);
        QTRY_VERIFY(greeting && greeting->state() == Greeting::State::Done);
        QTRY_VERIFY(!host.node->states().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(host.node->states().isEmpty(), 15'000);
    }

    void aSlowLineIsNotFilled()
    {
        Board board;
        ShortDesk host(board);
        NetDesk guest(board, "guest", 2);
        guest.join();
        board.say(host.id, QByteArray(300'000, 'x'));
        host.setup.bytesPerSecond = 100'000;
        host.listen();
        QElapsedTimer timer;
        timer.start();
        guest.call(host.address);
        QTRY_VERIFY_WITH_TIMEOUT(!board.wordsOf(guest.id).isEmpty(), 15'000);
        QVERIFY2(timer.elapsed() >= 1500, QByteArray::number(timer.elapsed()));
    }
};

QTEST_GUILESS_MAIN(LinkAdversaryTest)
#include "link_adversary_test.moc"
