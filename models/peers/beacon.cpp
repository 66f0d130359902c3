// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/beacon.h"

#include "peers/greeting.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>

namespace peers
{

namespace
{

constexpr int every_ms = 5000;
constexpr int mostAtOnce = 64; ///< datagrams that are read before others get their turn

QHostAddress group()
{
    return QHostAddress(QStringLiteral("ff02::4744:4b01"));
}

/// IPv4 addresses that arrive at an IPv6 socket are written as people write them.
QString plainHost(const QHostAddress &address)
{
    bool isPlain = false;
    const quint32 plain = address.toIPv4Address(&isPlain);
    return isPlain ? QHostAddress(plain).toString() : address.toString();
}

} // namespace

QByteArray pairingCall()
{
    return hashOfParts("griddesk pairing call", {});
}

Beacon::Beacon(const QByteArray &founding, const Id &desk, quint16 listens, domain::Random &random)
    : m_founding(founding)
    , m_own{desk, listens}
    , m_random(random)
    , m_socket(this)
    , m_timer(this)
{
}

bool Beacon::start()
{
    // Several desks on one computer share the port.
    if (!m_socket.bind(QHostAddress(QHostAddress::Any), port,
            QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint))
        return false;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        if (interface.flags() & QNetworkInterface::CanMulticast)
            m_socket.joinMulticastGroup(group(), interface);
    }
    connect(&m_socket, &QUdpSocket::readyRead, this, &Beacon::hear);
    if (m_own.port != 0) {
        connect(&m_timer, &QTimer::timeout, this, &Beacon::announce);
        m_timer.start(every_ms);
        announce();
    }
    return true;
}

void Beacon::announce()
{
    const QByteArray bytes = m_own.encode(m_founding, freshNonce(m_random));
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        if (!(interface.flags() & QNetworkInterface::IsUp))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (!entry.broadcast().isNull())
                m_socket.writeDatagram(bytes, entry.broadcast(), port);
            else if (entry.ip().isLoopback() && entry.ip().protocol() == QHostAddress::IPv4Protocol)
                m_socket.writeDatagram(
                    bytes, QHostAddress(QStringLiteral("127.255.255.255")), port);
        }
        if (interface.flags() & QNetworkInterface::CanMulticast) {
            m_socket.setMulticastInterface(interface);
            m_socket.writeDatagram(bytes, group(), port);
        }
    }
}

void Beacon::hear()
{
    for (int read = 0; read < mostAtOnce && m_socket.hasPendingDatagrams(); ++read) {
        // One byte more than it may have: what is longer shows.
        const QNetworkDatagram datagram = m_socket.receiveDatagram(BeaconDatagram::size + 1);
        const auto beacon = BeaconDatagram::decode(datagram.data(), m_founding);
        if (beacon && beacon->desk != m_own.desk)
            Q_EMIT found(beacon->desk, {plainHost(datagram.senderAddress()), beacon->port});
    }
    if (m_socket.hasPendingDatagrams())
        QMetaObject::invokeMethod(this, &Beacon::hear, Qt::QueuedConnection);
}

} // namespace peers
