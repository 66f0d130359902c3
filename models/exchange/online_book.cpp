// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/online_book.h"

#include "store/local_box.h"
#include "store/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;
using store::Database;

namespace
{

const QString servicesKey = QStringLiteral("online/services");
const QString foldersKey = QStringLiteral("online/folders");
const QString windowKey = QStringLiteral("online/window");

QString stateKey(const QString &name)
{
    return u"online/state/"_s + name;
}

QString toldKeys(const QString &name)
{
    return u"online/told/"_s + name + u'/';
}

// Nothing where it can't be read: then it is as if nothing had been kept.
std::optional<QJsonDocument> findKept(
    Database &database, const QByteArray &key, const QString &name)
{
    try {
        const auto kept = store::findBoxed(database, key, name);
        return kept ? std::optional(QJsonDocument::fromJson(*kept)) : std::nullopt;
    } catch (const store::SqlFailure &) {
        return {};
    }
}

std::optional<Refusal> keepBoxed(Desk &desk, const QString &name, const QJsonDocument &document)
{
    const QByteArray text = document.toJson(QJsonDocument::Compact);
    return desk
        .maintain([name, text, key = desk.secrets().deskKey, &random = desk.random()](
                      Database &database) { store::keepBoxed(database, key, name, text, random); })
        .result();
}

} // namespace

QVector<OnlineService> OnlineBook::services() const
{
    QVector<OnlineService> services;
    const auto kept = findKept(m_reader.database(), m_desk.secrets().deskKey, servicesKey);
    if (!kept)
        return services;
    for (const QJsonValue &one : kept->array())
        services.append(serviceFrom(one.toObject()));
    return services;
}

std::optional<OnlineService> OnlineBook::find(const QString &name) const
{
    const QVector<OnlineService> all = services();
    const auto at = std::ranges::find(all, name, &OnlineService::name);
    return at == all.cend() ? std::nullopt : std::optional(*at);
}

std::optional<Refusal> OnlineBook::keepAll(const QVector<OnlineService> &services)
{
    QJsonArray array;
    for (const OnlineService &service : services)
        array.append(toJson(service));
    return keepBoxed(m_desk, servicesKey, QJsonDocument(array));
}

std::optional<Refusal> OnlineBook::put(const OnlineService &service)
{
    QVector<OnlineService> all = services();
    const auto at = std::ranges::find(all, service.name, &OnlineService::name);
    if (at != all.end()) {
        *at = service;
        return keepAll(all);
    }
    // What happened to its tickets before it was set up is no news for it.
    if (auto refusal = keep(service.name, {.toldPosition = m_reader.position()}))
        return refusal;
    all.append(service);
    return keepAll(all);
}

std::optional<Refusal> OnlineBook::remove(const QString &name)
{
    QVector<OnlineService> all = services();
    all.removeIf([&name](const OnlineService &service) { return service.name == name; });
    if (auto refusal = keepAll(all))
        return refusal;
    return m_desk
        .maintain([name](Database &database) {
            store::setLocalValue(database, stateKey(name), QByteArray());
            store::forgetLocal(database, toldKeys(name));
        })
        .result();
}

QVector<OnlineFolder> OnlineBook::folders() const
{
    QVector<OnlineFolder> folders;
    const auto kept = findKept(m_reader.database(), m_desk.secrets().deskKey, foldersKey);
    if (!kept)
        return folders;
    for (const QJsonValue &one : kept->array())
        folders.append(folderFrom(one.toObject()));
    return folders;
}

std::optional<OnlineFolder> OnlineBook::findFolder(const QString &path) const
{
    const QVector<OnlineFolder> all = folders();
    const auto at = std::ranges::find(all, path, &OnlineFolder::path);
    return at == all.cend() ? std::nullopt : std::optional(*at);
}

std::optional<Refusal> OnlineBook::keepAll(const QVector<OnlineFolder> &folders)
{
    QJsonArray array;
    for (const OnlineFolder &folder : folders)
        array.append(toJson(folder));
    return keepBoxed(m_desk, foldersKey, QJsonDocument(array));
}

std::optional<Refusal> OnlineBook::put(const OnlineFolder &folder)
{
    QVector<OnlineFolder> all = folders();
    const auto at = std::ranges::find(all, folder.path, &OnlineFolder::path);
    if (at != all.end())
        *at = folder;
    else
        all.append(folder);
    return keepAll(all);
}

std::optional<Refusal> OnlineBook::removeFolder(const QString &path)
{
    QVector<OnlineFolder> all = folders();
    all.removeIf([&path](const OnlineFolder &folder) { return folder.path == path; });
    if (auto refusal = keepAll(all))
        return refusal;
    return m_desk
        .maintain([path](Database &database) {
            store::setLocalValue(database, stateKey(path), QByteArray());
        })
        .result();
}

bool OnlineBook::isAskedByWindow() const
{
    const auto kept = findKept(m_reader.database(), m_desk.secrets().deskKey, windowKey);
    return kept && kept->object()[u"asks"_s].toBool();
}

std::optional<Refusal> OnlineBook::setAskedByWindow(bool isAsked)
{
    return keepBoxed(m_desk, windowKey, QJsonDocument(QJsonObject{{u"asks"_s, isAsked}}));
}

OnlineState OnlineBook::state(const QString &name) const
{
    const auto kept = findKept(m_reader.database(), m_desk.secrets().deskKey, stateKey(name));
    return kept ? stateFrom(kept->object()) : OnlineState();
}

std::optional<Refusal> OnlineBook::keep(const QString &name, const OnlineState &state)
{
    return keepBoxed(m_desk, stateKey(name), QJsonDocument(toJson(state)));
}

QByteArray OnlineBook::told(const QString &name, const QString &id) const
{
    try {
        return store::localValue(m_reader.database(), toldKeys(name) + id).toByteArray();
    } catch (const store::SqlFailure &) {
        return {};
    }
}

std::optional<Refusal> OnlineBook::keepTold(
    const QString &name, const QString &id, const QByteArray &told)
{
    return m_desk
        .maintain([name, id, told](Database &database) {
            store::setLocalValue(database, toldKeys(name) + id, told);
        })
        .result();
}

} // namespace exchange
