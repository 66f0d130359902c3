// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/beacon.h"

#include <QVector>

namespace peers
{

/// Where in the local network people stand ready to let a new desk in, so that nobody has to type an address. A hint where to
/// call and no more: the digits say whether it is the right one.
class PairingSearch : public QObject
{
    Q_OBJECT
public:
    explicit PairingSearch(domain::Random &random, QObject *parent = nullptr);

    /// False where the network gives no socket for it: then an address is typed.
    bool start() { return m_beacon.start(); }
    const QVector<Address> &found() const { return m_found; }

Q_SIGNALS:
    void changed();

private:
    Beacon m_beacon;
    QVector<domain::Id> m_desks; ///< of each that was found
    QVector<Address> m_found;
};

} // namespace peers
