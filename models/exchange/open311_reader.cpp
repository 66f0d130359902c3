// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open311_reader.h"

#include "exchange/open311_collector.h"
#include "exchange/value_parser.h"
#include "exchange/words.h"

#include <algorithm>

namespace exchange
{

namespace
{

constexpr qsizetype longestNumber = 200; // characters

QString askAgain()
{
    return Words::tr("Ask whoever runs the service.");
}

bool isMedia(const QString &name)
{
    return name == u"media_url" || name == u"media_urls" || name == u"media"
        || name == u"media.url";
}

// Without what no person typed: the signs that steer terminals and the ones that XML can't carry either.
QString plain(const QString &text)
{
    QString kept = text;
    kept.removeIf(
        [](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t' && c != u'\r'; });
    return trimmed(kept);
}

bool isUsable(const QString &number)
{
    return number.size() <= longestNumber && std::ranges::none_of(number, [](QChar c) {
        return c.category() == QChar::Other_Control;
    });
}

// What the service says instead of a request: {"code": 404, "description": "…"}.
bool isError(const Open311Request &request)
{
    return request.id.isEmpty() && request.token.isEmpty()
        && request.fields.contains(QStringLiteral("code"))
        && request.fields.contains(QStringLiteral("description"));
}

QByteArray startOf(const QByteArray &body)
{
    QByteArray start = body.left(512);
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3);
    return start.trimmed();
}

bool isWideXml(const QByteArray &body)
{
    return body.startsWith("\xfe\xff") || body.startsWith("\xff\xfe");
}

} // namespace

bool Open311Request::isClosed() const
{
    return text(QStringLiteral("status")).compare(u"closed", Qt::CaseInsensitive) == 0;
}

FileRefusal open311TooLong(const QString &name)
{
    return {Words::tr("The answer holds more requests, or deeper ones, than any service sends"),
        name, askAgain()};
}

FileRefusal open311NoList(const QString &name)
{
    return {Words::tr("The answer is no list of service requests as GeoReport v2 has it"), name,
        Words::tr("Check the service's address.")};
}

void Open311Collector::begin()
{
    m_one = {};
    m_members = 0;
}

void Open311Collector::add(const QString &name, const QString &value)
{
    const QString text = plain(value);
    if (text.isEmpty())
        return;
    if (++m_members > m_limits.members) {
        m_one.fault = Words::tr("it has more members than any request needs");
        return;
    }
    if (isMedia(name))
        m_one.media << text;
    else if (name == u"service_request_id")
        m_one.id = text;
    else if (name == u"token")
        m_one.token = text;
    else
        m_one.fields.insert(name, text);
}

void Open311Collector::addOdd(const QString &name)
{
    if (name == u"service_request_id" || name == u"token")
        m_one.fault = Words::tr("its number is neither a number nor a text");
}

QString Open311Collector::faultOf(const Open311Request &request) const
{
    if (!request.fault.isEmpty())
        return request.fault;
    if (request.id.isEmpty() && request.token.isEmpty())
        return Words::tr("it has neither a number nor a token");
    if (!isUsable(request.id) || !isUsable(request.token))
        return Words::tr("its number is too long or holds unprintable characters");
    return {};
}

void Open311Collector::end()
{
    m_one.fault = faultOf(m_one);
    m_requests.append(std::move(m_one));
    m_one = {};
}

Open311Requests Open311Collector::finish(const QString &name) &&
{
    if (!m_requests.isEmpty() && std::ranges::all_of(m_requests, isError)) {
        constexpr qsizetype longest = 300; // characters
        return FileRefusal{
            Words::tr("The service answers: %1")
                .arg(m_requests.constFirst().text(QStringLiteral("description")).left(longest)),
            name, askAgain()};
    }
    return std::move(m_requests);
}

bool looksLikeOpen311(const QByteArray &head)
{
    const QByteArray start = startOf(head);
    if (isWideXml(head) || start.startsWith('['))
        return true;
    if (start.startsWith('{'))
        return !start.contains("\"FeatureCollection\"");
    return start.startsWith('<') && !start.toLower().contains("<html")
        && !start.toLower().contains("<!doctype html") && !start.contains("<kml");
}

Open311Requests readOpen311(
    const QByteArray &body, const QString &type, const QString &name, const Open311Limits &limits)
{
    if (body.size() > limits.bytes)
        return open311TooLong(name);
    const QByteArray start = startOf(body);
    if (start.startsWith('[') || start.startsWith('{'))
        return readOpen311Json(body, name, limits);
    const bool isPage = type.contains(u"html", Qt::CaseInsensitive)
        || start.toLower().startsWith("<!doctype html") || start.toLower().startsWith("<html");
    if (isPage) {
        return FileRefusal{Words::tr("The answer is a web page and no list of requests"), name,
            Words::tr("Check the service's address, or wait until its maintenance is over.")};
    }
    if (start.startsWith('<') || isWideXml(body))
        return readOpen311Xml(body, name, limits);
    if (start.isEmpty())
        return FileRefusal{Words::tr("The answer is empty"), name, askAgain()};
    return open311NoList(name);
}

} // namespace exchange
