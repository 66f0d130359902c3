// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open311_table.h"

#include "exchange/value_parser.h"
#include "exchange/words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace exchange
{

using namespace Qt::StringLiterals;

namespace
{

// What every table has, whatever its requests say.
const char *const standardNames[] = {"service_request_id", "status", "status_notes", "service_name",
    "service_code", "description", "agency_responsible", "service_notice", "requested_datetime",
    "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long",
    "intake.title", "intake.state", "intake.done_at", "intake.reply"};

constexpr qsizetype mostNames = 400;

QStringList namesOf(const QVector<Open311Request> &requests)
{
    QStringList names, others;
    for (const char *name : standardNames)
        names << QString::fromLatin1(name);
    QSet<QString> seen(names.cbegin(), names.cend());
    for (const Open311Request &request : requests) {
        for (auto at = request.fields.cbegin(); at != request.fields.cend(); ++at) {
            if (!seen.contains(at.key()) && seen.size() < mostNames) {
                seen.insert(at.key());
                others << at.key();
            }
        }
    }
    others.sort();
    return names + others;
}

bool isTime(const QString &text)
{
    static const TimeParser times({}, QTimeZone::utc());
    return times.parse(text).has_value();
}

bool isWithin(const QString &text, double most)
{
    bool isNumber = false;
    const double degrees = text.toDouble(&isNumber);
    return isNumber && std::isfinite(degrees) && std::abs(degrees) <= most;
}

FieldSource column(const char *field, const char *name)
{
    FieldSource source{.field = QString::fromLatin1(field)};
    source.columns = {QString::fromLatin1(name)};
    source.optional = true;
    return source;
}

FieldSource constant(const char *field, const char *value)
{
    FieldSource source{.field = QString::fromLatin1(field)};
    source.constant = QString::fromLatin1(value);
    return source;
}

} // namespace

Open311Table::Open311Table(QVector<Open311Request> requests, const QSet<QString> &known)
    : m_requests(std::move(requests))
{
    for (Open311Request &request : m_requests) {
        keepUsable(request);
        complete(request, known.contains(request.id));
    }
    m_names = namesOf(m_requests);
    readHeader({});
}

void Open311Table::keepUsable(Open311Request &request)
{
    const auto leaveOut = [&](const QString &name) {
        m_oddities.append({request.id, name,
            Words::tr("\"%1\" can't be used and was left out").arg(request.text(name).left(60))});
        request.fields.remove(name);
    };
    for (const QString &name :
        {u"requested_datetime"_s, u"updated_datetime"_s, u"expected_datetime"_s}) {
        if (request.fields.contains(name) && !isTime(request.text(name)))
            leaveOut(name);
    }
    for (const auto &[name, most] : {std::pair(u"lat"_s, 90.0), std::pair(u"long"_s, 180.0)}) {
        if (request.fields.contains(name) && !isWithin(request.text(name), most))
            leaveOut(name);
    }
    if (request.fields.contains(u"lat"_s) != request.fields.contains(u"long"_s)) {
        request.fields.remove(u"lat"_s);
        request.fields.remove(u"long"_s);
    }
}

void Open311Table::complete(Open311Request &request, bool isKnown) const
{
    request.fields.insert(u"service_request_id"_s, request.id);
    // Something must say what it is about; the number does where nothing else is said.
    for (const QString &name : {u"service_name"_s, u"service_code"_s, u"service_request_id"_s}) {
        if (request.fields.contains(name)) {
            request.fields.insert(u"intake.title"_s, request.text(name));
            break;
        }
    }
    if (isKnown || !request.isClosed())
        return;
    request.fields.insert(u"intake.state"_s, u"closed"_s);
    request.fields.insert(u"intake.done_at"_s, request.text(u"updated_datetime"_s));
    request.fields.insert(u"intake.reply"_s, request.text(u"status_notes"_s));
}

std::optional<Row> Open311Table::readRow()
{
    if (m_at < 0)
        return Row{.line = ++m_at, .cells = m_names};
    if (m_at >= m_requests.size())
        return {};
    const Open311Request &request = m_requests[m_at];
    Row row{.line = ++m_at};
    for (const QString &name : std::as_const(m_names))
        row.cells << request.text(name);
    return row;
}

Mapping open311Mapping(const QString &source)
{
    Mapping mapping{.source = source, .fields = {}};
    mapping.fields = {column("source_id", "service_request_id"), constant("kind", "repair"),
        constant("channel", "online"), column("title", "intake.title"),
        column("description", "description"), column("happened_at", "requested_datetime"),
        column("address", "address"), column("lon", "long"), column("lat", "lat"),
        column("outside_deadline", "expected_datetime"), column("state", "intake.state"),
        column("done_at", "intake.done_at"), column("reply", "intake.reply")};
    return mapping;
}

ReadMapping open311Mapping(const QByteArray &json, const QString &fileName, const QString &source)
{
    auto read = parseMapping(json, fileName);
    auto *own = std::get_if<Mapping>(&read);
    if (!own)
        return read;
    if (QJsonDocument::fromJson(json)[u"source"_s].toString().isEmpty())
        own->source = source;
    for (FieldSource &field : own->fields)
        field.optional = field.optional || !field.columns.isEmpty();
    for (FieldSource &field : open311Mapping(source).fields) {
        if (!own->find(field.field))
            own->fields.push_back(std::move(field));
    }
    return read;
}

} // namespace exchange
