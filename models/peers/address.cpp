// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/address.h"

namespace peers
{

namespace
{
constexpr qsizetype longestHost = 253;
}

std::optional<Address> Address::read(const QString &text, bool mayBeAnyPort)
{
    const QString plain = text.trimmed();
    const qsizetype colon = plain.lastIndexOf(u':');
    if (colon <= 0)
        return {};
    QString host = plain.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1).chopped(1);
    else if (host.contains(u':'))
        return {}; // an IPv6 address without brackets: where does the port begin?
    bool isNumber = false;
    const int port = plain.sliced(colon + 1).toInt(&isNumber);
    const bool isPort = isNumber && port <= 0xffff && port >= (mayBeAnyPort ? 0 : 1);
    if (!isPort || host.isEmpty() || host.size() > longestHost || host.contains(u' '))
        return {};
    return Address{host, quint16(port)};
}

QString Address::text() const
{
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + QString::number(port);
}

} // namespace peers
