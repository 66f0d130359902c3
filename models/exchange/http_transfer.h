// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/http_calls.h"

#include <QEventLoop>
#include <QTimer>

namespace exchange
{

// One transfer on its way: reads what comes until it is whole, too much, silent or too slow.
class HttpTransfer : public QObject
{
    Q_OBJECT
public:
    HttpTransfer(QNetworkReply &reply, const HttpLimits &limits);

    // Comes back when it is over.
    HttpAnswer run();
    void giveUp(const QString &why, bool isPassing);

private:
    void read();
    HttpAnswer answer() const;

    QNetworkReply &m_reply;
    const HttpLimits &m_limits;
    QEventLoop m_loop;
    QTimer m_whole;
    QTimer m_silence;
    QByteArray m_body;
    QString m_failure;
    bool m_isPassing = false;
    bool m_isOver = false;
};

// How long a server asks to be left alone, in milliseconds; 0 where it doesn't say. `now_ms` since 1970.
int retryAfter_ms(const QByteArray &header, qint64 now_ms);

} // namespace exchange
