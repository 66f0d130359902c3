// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "peers/address.h"
#include "peers/beacon_datagram.h"

#include <QObject>
#include <QTimer>
#include <QUdpSocket>

namespace peers
{

/// In place of a company's founding hash, for desks at which people stand ready to compare digits with a new one: a name that
/// everybody knows.
QByteArray pairingCall();

/// Finds the company's desks in the local network, and lets them find this one: a small datagram every few seconds to
/// everybody there. What it says is a hint to call, no more; the greeting judges who answers.
class Beacon : public QObject
{
    Q_OBJECT
public:
    static constexpr quint16 port = 47806;

    /// `listens` is the port on which this desk is called; 0: it only looks for others.
    Beacon(const QByteArray &founding, const Id &desk, quint16 listens, domain::Random &random);

    /// False where the network gives no socket for it; fixed addresses still work then.
    bool start();

Q_SIGNALS:
    void found(const domain::Id &desk, const peers::Address &address);

private:
    void announce();
    void hear();

    const QByteArray m_founding;
    const BeaconDatagram m_own;
    domain::Random &m_random;
    QUdpSocket m_socket;
    QTimer m_timer;
};

} // namespace peers
