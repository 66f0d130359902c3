// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/desks.h"

#include "peers/address.h"
#include "peers/node.h"

#include <QEventLoop>
#include <QTimer>

#include <atomic>

namespace bench
{

/// A desk among others: its node, as `serve` and the window run one, over TLS on this computer.
class Connected
{
public:
    /// Listens on a free port, and calls whom it is told.
    Connected(Desk &desk, domain::Random &random, const QVector<peers::Address> &calls = {});
    ~Connected();

    const peers::Address &address() const { return m_address; }
    /// What it has sent, with everything that TLS adds.
    qint64 sentBytes() const { return *m_sent; }

private:
    const std::shared_ptr<std::atomic<qint64>> m_sent = std::make_shared<std::atomic<qint64>>(0);
    std::unique_ptr<peers::Node> m_node;
    peers::Address m_address;
};

/// Runs the event loop until it is so; looks after every event of `looks` and every millisecond. Throws Failed when it never
/// comes to be.
void runUntil(const std::function<bool()> &isSo);

/// A second desk of the company: let in, with empty tables.
std::unique_ptr<Desk> admit(Desk &first, Desks &desks, const QString &name, domain::Random &random);
/// Another one that has the first one's tables already.
std::unique_ptr<Desk> admitWithTables(
    Desk &first, Desks &desks, const QString &name, domain::Random &random);

/// The bytes of all entries with their signatures, and how many they are.
struct RecordSize {
    qint64 entries = 0;
    qint64 events = 0;
    qint64 bytes = 0;
};
RecordSize sizeOf(Desk &desk, qint64 behindPosition = 0);

} // namespace bench
