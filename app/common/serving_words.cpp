// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/serving_words.h"

#include "peers/hub_url.h"

#include <QCoreApplication>
#include <QNetworkInterface>

namespace app
{

using domain::Refusal;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::Serving)
};

constexpr qsizetype mostAddresses = 100;
constexpr qint64 mostKib = 1 << 20;

} // namespace

std::optional<Refusal> refusalOf(const items::ServingSettings &settings)
{
    if (settings.addresses.size() > mostAddresses) {
        return Refusal{QStringLiteral("addresses"), Words::tr("These are too many addresses."),
            Words::tr("Name a hundred at most; desks that meet others pass everything on.")};
    }
    for (const QString &text : settings.addresses) {
        if (!peers::Address::read(text)) {
            return Refusal{QStringLiteral("addresses"),
                Words::tr("\"%1\" is no address of a desk.").arg(text),
                Words::tr("Write it as the other desk shows it, such as 192.168.1.20:47000.")};
        }
    }
    if (settings.kibPerSecond < 0 || settings.kibPerSecond > mostKib) {
        return Refusal{QStringLiteral("limit"), Words::tr("The line can't be limited to that."),
            Words::tr("Name a number of KiB per second, or none.")};
    }
    if (settings.hub.isEmpty())
        return {};
    auto url = peers::HubUrl::parse(settings.hub);
    auto *refusal = std::get_if<Refusal>(&url);
    if (!refusal)
        return {};
    refusal->field = QStringLiteral("hub");
    return *refusal;
}

Refusal portIsTaken(quint16 port, const Refusal &why)
{
    if (port == 0)
        return why;
    return {QStringLiteral("port"),
        Words::tr("Other desks can't call this one: port %1 is in use on this computer.").arg(port),
        Words::tr("It calls them meanwhile. End the program that uses the port, or choose another "
                  "one; it is tried again by itself."),
        Refusal::Device};
}

QStringList addressesInNetwork(const QVector<peers::Address> &listening)
{
    QStringList shown;
    for (const QHostAddress &host : QNetworkInterface::allAddresses()) {
        if (host.isLoopback() || host.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        for (const peers::Address &address : listening)
            shown << peers::Address{host.toString(), address.port}.text();
    }
    return shown;
}

} // namespace app
