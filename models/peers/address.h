// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace peers
{

/// Where a desk is reached: HOST:PORT, an IPv6 address in brackets.
struct Address {
    QString host;
    quint16 port = 0;

    /// Nothing for what is no address; port 0 only where one is to be given.
    static std::optional<Address> read(const QString &text, bool mayBeAnyPort = false);
    QString text() const;
    bool operator==(const Address &) const = default;
};

} // namespace peers

Q_DECLARE_METATYPE(peers::Address)
