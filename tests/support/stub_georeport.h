// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/stub_web.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace support
{

/// A GeoReport v2 service with requests of a test's making, as good or as bad as servers are. What it holds may be changed
/// between two questions, under its lock.
class StubGeoReport
{
public:
    enum Trait {
        Good = 0,
        IgnoresPage = 1, ///< every page is the first one
        IgnoresTime = 2,
        OnlyXml = 4,
        NewestOnly = 8, ///< no more than `most` of a question, whatever page
    };

    explicit StubGeoReport(int traits = Good)
        : m_traits(traits)
        , m_web([this](const WebQuestion &question) { return answer(question); })
    {
    }

    QString url() const { return m_web.url(QStringLiteral("/v2")); }
    StubWeb &web() { return m_web; }

    void add(const QJsonObject &request)
    {
        const QMutexLocker lock(&m_lock);
        m_requests.append(request);
    }
    void add(const QString &id, const QString &requested, QJsonObject more = {})
    {
        more.insert(QStringLiteral("service_request_id"), id);
        more.insert(QStringLiteral("requested_datetime"), requested);
        if (!more.contains(QStringLiteral("service_name")))
            more.insert(QStringLiteral("service_name"), QStringLiteral("路灯不亮"));
        add(more);
    }
    void change(const QString &id, const QString &name, const QJsonValue &value)
    {
        const QMutexLocker lock(&m_lock);
        for (QJsonValueRef one : m_requests) {
            QJsonObject request = one.toObject();
            if (idOf(request) != id)
                continue;
            request.insert(name, value);
            one = request;
        }
    }
    void clear()
    {
        const QMutexLocker lock(&m_lock);
        m_requests = {};
    }
    /// Instead of what it would answer, from the next question on; null: as itself again.
    void answerInstead(std::function<std::optional<WebAnswer>(const WebQuestion &)> instead)
    {
        const QMutexLocker lock(&m_lock);
        m_instead = std::move(instead);
    }
    /// The forms that came for a request.
    QList<QUrlQuery> forms(const QString &id) const
    {
        QList<QUrlQuery> forms;
        for (const WebQuestion &question : m_web.questions()) {
            if (question.method == "POST"
                && question.path() == QStringLiteral("/v2/requests/%1.json").arg(id))
                forms.append(QUrlQuery(QString::fromUtf8(question.body)));
        }
        return forms;
    }

    int most = 1000;

private:
    static QString idOf(const QJsonObject &request)
    {
        return request[QStringLiteral("service_request_id")].toVariant().toString();
    }

    WebAnswer answer(const WebQuestion &question)
    {
        const QMutexLocker lock(&m_lock);
        if (m_instead) {
            if (const auto instead = m_instead(question))
                return *instead;
        }
        if (question.method == "POST")
            return {.body = "[{}]"};
        const bool isXml = question.path().endsWith(QStringLiteral(".xml"));
        if (!question.path().startsWith(QStringLiteral("/v2/"))
            || isXml != bool(m_traits & OnlyXml))
            return {.status = 404, .body = "[]"};
        const QString what = question.path().mid(4).section(u'.', 0, -2);
        const QJsonArray found = what == u"requests" ? list(question) : single(what);
        return isXml ? WebAnswer{.body = xml(found), .type = "text/xml"}
                     : WebAnswer{.body = QJsonDocument(found).toJson()};
    }

    QJsonArray single(const QString &what) const
    {
        const QString name = what.startsWith(u"tokens/") ? QStringLiteral("token")
                                                         : QStringLiteral("service_request_id");
        QJsonArray found;
        for (const QJsonValue &one : m_requests) {
            if (one[name].toVariant().toString() == what.section(u'/', 1))
                found.append(one);
        }
        return found;
    }

    /// The newest first, as most servers have it.
    QJsonArray list(const WebQuestion &question) const
    {
        const auto moment = [](const QString &text) {
            return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
        };
        QList<QJsonObject> fitting;
        for (const QJsonValue &one : m_requests) {
            const QDateTime at = QDateTime::fromString(
                one[QStringLiteral("requested_datetime")].toString(), Qt::ISODate);
            const bool isIn = !at.isValid() || (m_traits & IgnoresTime)
                || (at.toMSecsSinceEpoch() >= moment(question.asked(QStringLiteral("start_date")))
                    && at.toMSecsSinceEpoch()
                        <= moment(question.asked(QStringLiteral("end_date"))));
            if (isIn)
                fitting.prepend(one.toObject());
        }
        if (m_traits & NewestOnly)
            fitting.resize(std::min<qsizetype>(fitting.size(), most));
        const qsizetype size = question.asked(QStringLiteral("page_size")).toInt();
        const qsizetype from = (question.asked(QStringLiteral("page")).toInt() - 1) * size;
        QJsonArray page;
        for (qsizetype i = 0; i < fitting.size(); ++i) {
            if ((m_traits & IgnoresPage) || (i >= from && i < from + size))
                page.append(fitting[i]);
        }
        return page;
    }

    static QByteArray xml(const QJsonArray &requests)
    {
        QByteArray xml = "<service_requests>";
        for (const QJsonValue &request : requests) {
            xml += "<request>";
            const QJsonObject object = request.toObject();
            for (auto at = object.begin(); at != object.end(); ++at)
                xml += '<' + at.key().toUtf8() + '>'
                    + at.value().toVariant().toString().toHtmlEscaped().toUtf8() + "</"
                    + at.key().toUtf8() + '>';
            xml += "</request>";
        }
        return xml + "</service_requests>";
    }

    const int m_traits;
    QMutex m_lock;
    QJsonArray m_requests;
    std::function<std::optional<WebAnswer>(const WebQuestion &)> m_instead;
    StubWeb m_web; ///< the last, so that it is the first to go
};

} // namespace support
