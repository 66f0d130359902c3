// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open311_collector.h"
#include "exchange/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace exchange
{

namespace
{

// How deep the brackets nest outside of texts: looked at before anything is built from them.
int depthOf(const QByteArray &json)
{
    int depth = 0, deepest = 0;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isText = false;
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

// Whole numbers up to this are exact, however the parser keeps them.
constexpr double greatestExact = 9007199254740992.0;

void addValue(Open311Collector &collector, const QString &name, const QJsonValue &value);

void addObject(Open311Collector &collector, const QString &group, const QJsonObject &object)
{
    for (auto at = object.begin(); at != object.end(); ++at)
        addValue(collector, group.isEmpty() ? at.key() : group + u'.' + at.key(), at.value());
}

// Lists of texts are several values of one member; of anything else the text is kept as it came.
void addArray(Open311Collector &collector, const QString &name, const QJsonArray &array)
{
    const bool isPlain = std::ranges::all_of(array,
        [](const QJsonValue &one) { return one.isString() || one.isDouble() || one.isBool(); });
    if (name.startsWith(u"media") && isPlain) {
        for (const QJsonValue &one : array)
            addValue(collector, name, one);
        return;
    }
    collector.addOdd(name);
    collector.add(name, QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

void addValue(Open311Collector &collector, const QString &name, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        collector.add(name, value.toString());
        break;
    case QJsonValue::Bool:
        collector.add(name, value.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
        break;
    case QJsonValue::Double:
        if (std::abs(value.toDouble()) >= greatestExact && value.toInteger() == 0)
            collector.addOdd(name);
        collector.add(name, value.toVariant().toString());
        break;
    case QJsonValue::Object:
        collector.addOdd(name);
        addObject(collector, name, value.toObject());
        break;
    case QJsonValue::Array:
        addArray(collector, name, value.toArray());
        break;
    default:
        break;
    }
}

bool isRequest(const QJsonObject &object)
{
    return object.contains(QStringLiteral("service_request_id"))
        || object.contains(QStringLiteral("token"))
        || (object.contains(QStringLiteral("code"))
            && object.contains(QStringLiteral("description")));
}

// The list itself, the one member that holds it, or a single request without a list around it.
std::optional<QJsonArray> listIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonObject object = document.object();
    for (const char *name : {"service_requests", "requests", "request", "errors", "results"}) {
        const QJsonValue list = object.value(QLatin1StringView(name));
        if (list.isArray())
            return list.toArray();
    }
    return isRequest(object) ? std::optional(QJsonArray{object}) : std::nullopt;
}

} // namespace

Open311Requests readOpen311Json(
    const QByteArray &body, const QString &name, const Open311Limits &limits)
{
    if (depthOf(body) > limits.depth)
        return open311TooLong(name);
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(body.startsWith("\xef\xbb\xbf") ? body.mid(3) : body, &error);
    if (error.error != QJsonParseError::NoError) {
        return FileRefusal{Words::tr("The answer can't be read as JSON at byte %1: %2")
                               .arg(error.offset)
                               .arg(error.errorString()),
            name, Words::tr("Ask once more; if it stays so, ask whoever runs the service.")};
    }
    const auto list = listIn(document);
    if (!list)
        return open311NoList(name);
    Open311Collector collector(limits);
    for (const QJsonValue &one : *list) {
        collector.begin();
        addObject(collector, {}, one.toObject());
        collector.end();
        if (!collector.isWithin())
            return open311TooLong(name);
    }
    return std::move(collector).finish(name);
}

} // namespace exchange
