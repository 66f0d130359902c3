// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/web_hosts.h"

#include <QHostInfo>

#include <algorithm>

namespace exchange
{

namespace
{

// What IANA keeps for other purposes than the open internet and Qt has no word for.
const char *const reserved[] = {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
    "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/16", "64:ff9b::/32",
    "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/9", "ff00::/8"};

} // namespace

bool isPublic(const QHostAddress &address)
{
    bool isMapped = false;
    const QHostAddress plain(address.toIPv4Address(&isMapped));
    const QHostAddress &meant = isMapped ? plain : address;
    return !meant.isNull() && std::ranges::none_of(reserved, [&meant](const char *net) {
        return meant.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(net)));
    });
}

bool mayFetchFrom(const QUrl &url, const QUrl &service)
{
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    const auto port = [](const QUrl &one) { return one.port(one.scheme() == u"https" ? 443 : 80); };
    if (url.host() == service.host() && port(url) == port(service))
        return true;
    // For an address in figures Qt would ask the name service what it is called.
    const QHostAddress written(url.host());
    if (!written.isNull())
        return isPublic(written);
    const QList<QHostAddress> addresses = QHostInfo::fromName(url.host()).addresses();
    return !addresses.isEmpty() && std::ranges::all_of(addresses, isPublic);
}

} // namespace exchange
