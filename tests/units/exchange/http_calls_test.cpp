// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/stub_web.h"

#include "exchange/http_calls.h"
#include "exchange/http_transfer.h"
#include "exchange/web_hosts.h"

#include <QTest>

using namespace exchange;
using support::StubWeb;
using support::WebAnswer;
using support::WebQuestion;

// Servers that are slow, silent, endless, broken or lead astray: each question comes back, bounded in time and size.
class HttpCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_waits.clear(); }
    void goodAnswerIsWhole();
    void whatPassesIsTriedAgain();
    void serverSaysHowLong();
    void whatStaysIsNotTriedAgain();
    void endlessBodyIsBrokenOff();
    void silenceEnds_data();
    void silenceEnds();
    void brokenLineIsTriedAgain();
    void redirectsStayOnTheHost();
    void formsAreLedNowhere();
    void stoppedComesBackAtOnce();
    void placesThatOnlyThisComputerReaches();

private:
    HttpAnswer get(const StubWeb &web, HttpLimits limits = {}) const
    {
        HttpCalls calls(limits, [this](int ms) { m_waits.append(ms); });
        return calls.get(QUrl(web.url("/a")));
    }

    mutable QList<int> m_waits;
};

void HttpCallsTest::goodAnswerIsWhole()
{
    const StubWeb web(
        [](const WebQuestion &) { return WebAnswer{.body = QByteArray(3 << 20, 'x')}; });
    const HttpAnswer answer = get(web);
    QCOMPARE(answer.failure, "");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body.size(), 3 << 20);
    QCOMPARE(answer.type, "application/json");
}

void HttpCallsTest::whatPassesIsTriedAgain()
{
    int times = 0;
    const StubWeb web([&times](const WebQuestion &) {
        return ++times < 4 ? WebAnswer{.status = 503} : WebAnswer{.body = "[]"};
    });
    QCOMPARE(get(web).body, "[]");
    QCOMPARE(m_waits, QList<int>({1000, 2000, 4000}));
    times = -10;
    m_waits.clear();
    const HttpAnswer answer = get(web);
    QVERIFY(answer.isPassing && !answer.failure.isEmpty());
    QCOMPARE(m_waits.size(), 3);
}

void HttpCallsTest::serverSaysHowLong()
{
    int times = 0;
    QByteArray after = "7";
    const StubWeb web([&](const WebQuestion &) {
        return ++times % 2 ? WebAnswer{.status = 429, .headers = {{"Retry-After", after}}}
                           : WebAnswer{.body = "[]"};
    });
    QVERIFY(get(web).isGood());
    QCOMPARE(m_waits, QList<int>({7000}));
    // Longer than anybody waits here: the next round asks again.
    after = "3600";
    m_waits.clear();
    QVERIFY(get(web).isPassing);
    QVERIFY(m_waits.isEmpty());
    QCOMPARE(retryAfter_ms("Wed, 21 Oct 2015 07:28:00 GMT", 1445412450'000), 30'000);
    QCOMPARE(retryAfter_ms("soon", 0), 0);
    QCOMPARE(retryAfter_ms("-5", 0), 0);
}

void HttpCallsTest::whatStaysIsNotTriedAgain()
{
    const StubWeb web([](const WebQuestion &) { return WebAnswer{.status = 404}; });
    const HttpAnswer answer = get(web);
    QCOMPARE(answer.status, 404);
    QVERIFY(!answer.isPassing && !answer.isGood());
    QCOMPARE(web.questions().size(), 1);
}

void HttpCallsTest::endlessBodyIsBrokenOff()
{
    const StubWeb web([](const WebQuestion &) {
        return WebAnswer{.body = QByteArray(1 << 16, 'x'), .isEndless = true};
    });
    const HttpAnswer answer = get(web, {.bytes = 1 << 20});
    QVERIFY2(answer.failure.contains("larger than 1 MB"), qPrintable(answer.failure));
    QVERIFY(!answer.isPassing && answer.body.isEmpty());
}

void HttpCallsTest::silenceEnds_data()
{
    QTest::addColumn<bool>("isSilent");
    QTest::addColumn<int>("whole_ms");
    QTest::addColumn<int>("silence_ms");
    QTest::newRow("not a word") << true << 60'000 << 100;
    QTest::newRow("half a word") << false << 60'000 << 100;
    QTest::newRow("as a whole") << false << 100 << 60'000;
}

void HttpCallsTest::silenceEnds()
{
    QFETCH(bool, isSilent);
    QFETCH(int, whole_ms);
    QFETCH(int, silence_ms);
    const StubWeb web([isSilent](const WebQuestion &) {
        return WebAnswer{.body = "[1, 2, 3]", .isSilent = isSilent, .stopsHalfway = !isSilent};
    });
    const HttpAnswer answer =
        get(web, {.whole_ms = whole_ms, .silence_ms = silence_ms, .attempts = 2});
    QVERIFY(answer.isPassing && !answer.failure.isEmpty());
    QCOMPARE(web.questions().size(), 2);
}

void HttpCallsTest::brokenLineIsTriedAgain()
{
    int times = 0;
    const StubWeb web([&times](const WebQuestion &) {
        return WebAnswer{.body = "[1, 2, 3]", .breaksOff = ++times == 1};
    });
    QCOMPARE(get(web).body, "[1, 2, 3]");
    QCOMPARE(m_waits.size(), 1);
}

void HttpCallsTest::redirectsStayOnTheHost()
{
    QByteArray to = "/b";
    const StubWeb web([&to](const WebQuestion &question) {
        return question.path() == "/b" ? WebAnswer{.body = "there"}
                                       : WebAnswer{.status = 302, .headers = {{"Location", to}}};
    });
    QCOMPARE(get(web).body, "there");
    for (const QByteArray &other :
        {QByteArray("http://localhost:1/b"), QByteArray("file:///etc/passwd"), QByteArray("/a"),
            QByteArray(), web.url("/b").replace("127.0.0.1", "127.0.0.2").toLatin1()}) {
        to = other;
        const HttpAnswer answer = get(web);
        QVERIFY2(!answer.isGood() && !answer.isPassing, other.constData());
        QVERIFY(answer.body.isEmpty());
    }
    const QUrl secure("https://x/a");
    QVERIFY(!HttpCalls::staysOnHost(secure, QUrl("http://x/a")));
    QVERIFY(!HttpCalls::staysOnHost(secure, QUrl("https://x:444/a")));
    QVERIFY(HttpCalls::staysOnHost(QUrl("http://x/a"), QUrl("https://x/b")));
}

void HttpCallsTest::formsAreLedNowhere()
{
    const StubWeb web([](const WebQuestion &) {
        return WebAnswer{.status = 307, .headers = {{"Location", "/b"}}};
    });
    HttpCalls calls;
    QVERIFY(!calls.post(QUrl(web.url("/a")), "api_key=k").isGood());
    QCOMPARE(web.questions().size(), 1);
    QCOMPARE(web.questions().constFirst().body, "api_key=k");
}

void HttpCallsTest::stoppedComesBackAtOnce()
{
    HttpCalls calls;
    const StubWeb web([&calls](const WebQuestion &) {
        calls.stop();
        return WebAnswer{.isSilent = true};
    });
    QVERIFY(!calls.get(QUrl(web.url("/a"))).isGood());
    QVERIFY(calls.isStopped());
}

void HttpCallsTest::placesThatOnlyThisComputerReaches()
{
    for (const char *address :
        {"127.0.0.1", "10.1.2.3", "192.168.1.1", "172.20.0.1", "169.254.169.254", "100.64.0.1",
            "0.0.0.0", "::1", "::ffff:10.0.0.1", "fe80::1", "fd00::1", "224.0.0.1"})
        QVERIFY2(!isPublic(QHostAddress(QString::fromLatin1(address))), address);
    for (const char *address : {"8.8.8.8", "114.114.114.114", "2400:3200::1"})
        QVERIFY2(isPublic(QHostAddress(QString::fromLatin1(address))), address);
    const QUrl service("https://127.0.0.1:8443/open311");
    QVERIFY(mayFetchFrom(QUrl("https://127.0.0.1:8443/m.jpg"), service));
    QVERIFY(!mayFetchFrom(QUrl("https://127.0.0.1:22/m.jpg"), service));
    QVERIFY(!mayFetchFrom(QUrl("http://192.168.1.1/m.jpg"), service));
    QVERIFY(!mayFetchFrom(QUrl("file:///etc/passwd"), service));
    QVERIFY(!mayFetchFrom(QUrl("http://user@8.8.8.8/m.jpg"), service));
    QVERIFY(mayFetchFrom(QUrl("http://8.8.8.8/m.jpg"), service));
}

QTEST_GUILESS_MAIN(HttpCallsTest)
#include "http_calls_test.moc"
