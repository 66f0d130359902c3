// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/serving_file.h"

#include "store/local_box.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app
{

using namespace Qt::StringLiterals;
using items::ServingSettings;

namespace
{

const QString name = QStringLiteral("serving");

QJsonObject toJson(const KeptServing &kept)
{
    const ServingSettings &settings = kept.settings;
    return {{u"serves"_s, settings.isServing}, {u"beacon"_s, settings.hasBeacon},
        {u"port"_s, settings.port},
        {u"addresses"_s, QJsonArray::fromStringList(settings.addresses)},
        {u"kib_per_second"_s, settings.kibPerSecond}, {u"hub"_s, settings.hub},
        {u"last_port"_s, kept.lastPort}};
}

KeptServing fromJson(const QJsonObject &object)
{
    ServingSettings settings{.isServing = object.value(u"serves"_s).toBool(true),
        .hasBeacon = object.value(u"beacon"_s).toBool(true),
        .port = quint16(object.value(u"port"_s).toInt()),
        .kibPerSecond = object.value(u"kib_per_second"_s).toInteger(),
        .hub = object.value(u"hub"_s).toString()};
    for (const QJsonValue &address : object.value(u"addresses"_s).toArray())
        settings.addresses << address.toString();
    return {settings, quint16(object.value(u"last_port"_s).toInt())};
}

} // namespace

KeptServing findServing(
    store::Database &database, const store::Secrets &secrets, const KeptServing &otherwise)
{
    try {
        const auto kept = store::findBoxed(database, secrets.deskKey, name);
        return kept ? fromJson(QJsonDocument::fromJson(*kept).object()) : otherwise;
    } catch (const store::SqlFailure &) {
        return otherwise;
    }
}

QFuture<std::optional<domain::Refusal>> keepServing(Desk &desk, const KeptServing &kept)
{
    const QByteArray text = QJsonDocument(toJson(kept)).toJson(QJsonDocument::Compact);
    return desk.maintain(
        [text, key = desk.secrets().deskKey, &random = desk.random()](
            store::Database &database) { store::keepBoxed(database, key, name, text, random); });
}

} // namespace app
