// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/http_calls.h"
#include "exchange/online_service.h"
#include "exchange/open311_reader.h"

#include <QSet>
#include <QUrlQuery>

namespace exchange
{

// Walks through a service's requests of a span of time: windows of ninety days at most, page after page, until a page brings
// nothing new. Servers differ: some ignore `page`, some give the newest thousand and no more, some ignore the span. A
// window whose answer looks cut is halved and asked again; what comes twice is handed on once.
class Open311Walk
{
public:
    using Take = std::function<std::optional<domain::Refusal>(const QVector<Open311Request> &)>;

    Open311Walk(HttpCalls &calls, const OnlineService &service, Take take)
        : m_calls(calls)
        , m_service(service)
        , m_take(std::move(take))
    {
    }

    // All of the span, or why it ended early; what was handed on until then stands.
    std::optional<domain::Refusal> run(qint64 from_ms, qint64 until_ms);
    // One request by its number, or what the service knows of a token. Nothing where it knows none.
    std::variant<QVector<Open311Request>, domain::Refusal> ask(const QString &path);
    // What whoever looks after the service should know.
    const QStringList &remarks() const { return m_remarks; }

private:
    struct Window {
        qint64 from_ms;
        qint64 until_ms;
    };
    // How a window's pages came.
    struct Pages {
        qsizetype first = 0; // requests on the first one
        qsizetype all = 0;
        bool isPaged = false; // a second page brought something else
        qsizetype outside = 0; // requested before or after the window
    };
    using Answer = std::variant<QVector<Open311Request>, domain::Refusal>;

    std::optional<domain::Refusal> walk(const Window &window, QVector<Window> &left);
    std::optional<domain::Refusal> readPages(const Window &window, Pages &pages);
    QVector<Open311Request> fresh(const QVector<Open311Request> &page, QSet<QString> &ofWindow);
    Answer askPage(const Window &window, int page);
    Answer askPath(const QString &path, const QUrlQuery &query);
    static bool looksCut(const Pages &pages);
    static bool isOutside(const Open311Request &request, const Window &window);
    void remark(const QString &text);

    HttpCalls &m_calls;
    const OnlineService &m_service;
    Take m_take;
    QSet<QString> m_seen; // over all windows
    QStringList m_remarks;
    bool m_isXml = false; // the service has no JSON
    bool m_ignoresTime = false;
};

} // namespace exchange
