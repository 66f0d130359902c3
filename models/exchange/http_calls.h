// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <atomic>
#include <functional>
#include <optional>

class QEventLoop;
class QNetworkReply;

namespace exchange
{

// How long and how much another computer may take. Times in milliseconds.
struct HttpLimits {
    qint64 bytes = 16 << 20; // of an answer's body
    int whole_ms = 120'000; // one transfer from its beginning to its end
    int silence_ms = 20'000; // without a byte
    int redirects = 5;
    int attempts = 4; // where a later one may do better
    int longestWait_ms = 60'000; // between two attempts, whatever the server asks for
};

// What a server answered, or why there is no answer.
struct HttpAnswer {
    int status = 0; // 0: none came
    QByteArray body;
    QString type; // as the server calls it
    QUrl url; // after redirects
    QString failure; // a clause for people; empty: status is 2xx and the body is whole
    bool isPassing = false; // a failure that may be over later

    bool isGood() const { return failure.isEmpty(); }
};

// Asks other computers by HTTP, one question after the other: each call comes back when the answer is whole, refused or given
// up. It keeps an event loop of its own meanwhile, so it belongs to a thread that has nothing else to do then; stop() from any thread ends
// it. Whatever the other side does (endless, silent, slow, looping) is bounded by the limits.
class HttpCalls : public QObject
{
    Q_OBJECT
public:
    // Lets so many milliseconds pass before the next attempt; for tests, which have no time.
    using Wait = std::function<void(int)>;
    // Whether it may be led from one address to another.
    using MayFollow = std::function<bool(const QUrl &from, const QUrl &to)>;

    explicit HttpCalls(HttpLimits limits = {}, Wait wait = {});
    ~HttpCalls() override;

    const HttpLimits &limits() const { return m_limits; }
    HttpAnswer get(const QUrl &url);
    HttpAnswer get(const QUrl &url, const HttpLimits &limits, const MayFollow &mayFollow);
    // A form; led nowhere else, since it carries a key.
    HttpAnswer post(const QUrl &url, const QByteArray &form);

    void stop();
    bool isStopped() const { return m_isStopped; }

    // Within one host and port, and never from encrypted to plain.
    static bool staysOnHost(const QUrl &from, const QUrl &to);

Q_SIGNALS:
    void stopped();

private:
    struct Question {
        QUrl url;
        const QByteArray *form = nullptr;
        const HttpLimits &limits;
    };

    HttpAnswer ask(
        QUrl url, const QByteArray *form, const HttpLimits &limits, const MayFollow &mayFollow);
    HttpAnswer askFollowing(QUrl url, const QByteArray *form, const HttpLimits &limits,
        const MayFollow &mayFollow, int &after_ms);
    std::unique_ptr<QNetworkReply> begin(const Question &question);
    void waitFor(int ms);

    HttpLimits m_limits;
    Wait m_wait;
    QNetworkAccessManager m_network;
    std::atomic<bool> m_isStopped = false;
};

} // namespace exchange
