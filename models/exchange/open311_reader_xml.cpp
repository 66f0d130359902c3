// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open311_collector.h"
#include "exchange/words.h"

#include <QXmlStreamReader>

namespace exchange
{

namespace
{

// Reads the elements below a request into the collector, as deep as the limits allow.
class XmlRequests
{
public:
    XmlRequests(const QByteArray &body, const QString &name, const Open311Limits &limits)
        : m_xml(body)
        , m_name(name)
        , m_limits(limits)
        , m_collector(limits)
    {
    }

    Open311Requests read();

private:
    bool findRoot();
    void readList();
    void readRequest();
    void readMember(const QString &name, int depth);
    bool isAllowed();

    QXmlStreamReader m_xml;
    QString m_name;
    Open311Limits m_limits;
    Open311Collector m_collector;
    std::optional<FileRefusal> m_refusal;
};

bool isRequestName(QStringView name)
{
    return name == u"request" || name == u"service_request" || name == u"error";
}

// A document type could name files of this computer or grow beyond all bounds; GeoReport has none.
bool XmlRequests::isAllowed()
{
    if (m_xml.tokenType() != QXmlStreamReader::DTD
        && m_xml.tokenType() != QXmlStreamReader::EntityReference)
        return true;
    m_refusal = FileRefusal{Words::tr("The XML has a document type or entities of its own"), m_name,
        Words::tr("Ask whoever runs the service; GeoReport v2 has none.")};
    return false;
}

bool XmlRequests::findRoot()
{
    while (!m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (!isAllowed())
            return false;
        if (token == QXmlStreamReader::StartElement)
            return true;
    }
    return false;
}

void XmlRequests::readMember(const QString &name, int depth)
{
    if (depth > m_limits.depth) {
        m_refusal = open311TooLong(m_name);
        return;
    }
    QString text;
    bool hasParts = false;
    while (!m_refusal && !m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (!isAllowed())
            return;
        if (token == QXmlStreamReader::Characters) {
            text += m_xml.text();
        } else if (token == QXmlStreamReader::StartElement) {
            hasParts = true;
            readMember(name + u'.' + m_xml.name().toString(), depth + 1);
        } else if (token == QXmlStreamReader::EndElement) {
            break;
        }
    }
    if (hasParts)
        m_collector.addOdd(name);
    else
        m_collector.add(name, text);
}

void XmlRequests::readRequest()
{
    m_collector.begin();
    while (!m_refusal && !m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (!isAllowed() || token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::StartElement)
            readMember(m_xml.name().toString(), 3);
    }
    m_collector.end();
    if (!m_collector.isWithin())
        m_refusal = open311TooLong(m_name);
}

void XmlRequests::readList()
{
    while (!m_refusal && !m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (!isAllowed() || token == QXmlStreamReader::EndElement)
            return;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (isRequestName(m_xml.name()))
            readRequest();
        else
            m_xml.skipCurrentElement();
    }
}

Open311Requests XmlRequests::read()
{
    if (findRoot()) {
        const QStringView root = m_xml.name();
        if (isRequestName(root))
            readRequest();
        else if (root == u"service_requests" || root == u"requests" || root == u"errors")
            readList();
        else
            return open311NoList(m_name);
        while (!m_refusal && !m_xml.atEnd()) {
            m_xml.readNext();
            isAllowed();
        }
    }
    if (m_refusal)
        return *m_refusal;
    if (m_xml.hasError()) {
        return FileRefusal{Words::tr("The answer can't be read as XML in line %1: %2")
                               .arg(m_xml.lineNumber())
                               .arg(m_xml.errorString()),
            m_name, Words::tr("Ask once more; if it stays so, ask whoever runs the service.")};
    }
    return std::move(m_collector).finish(m_name);
}

} // namespace

Open311Requests readOpen311Xml(
    const QByteArray &body, const QString &name, const Open311Limits &limits)
{
    return XmlRequests(body, name, limits).read();
}

} // namespace exchange
