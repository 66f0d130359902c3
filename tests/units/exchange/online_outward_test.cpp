// SPDX-License-Identifier: GPL-3.0-or-later
#include "online_support.h"

#include "exchange/online_media.h"

#include <QBuffer>

using namespace domain;
using namespace online;
using support::SmallDesk;
using support::StubGeoReport;
using support::WebAnswer;
using support::WebQuestion;

// What a round does besides: pictures come in, the outcome goes out, each once.
class OnlineOutwardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesAreAttachedOnce();
    void badPicturesLoseNoRequest_data();
    void badPicturesLoseNoRequest();
    void picturesThatFailComeLater();
    void namesOfFilesAreTame();
    void theOutcomeIsToldOnce();
    void nothingIsToldUnlessAsked();
    void whatIsNotTakenIsToldLater();
    void whatWasOverIsNotTold();

private:
    static QByteArray png()
    {
        return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                                      "YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    }
    static QStringList attached(const Ticket &ticket)
    {
        QStringList urls;
        for (const Step &step : ticket.steps) {
            if (step.action == u"attach")
                urls << step.values.text(field::Remark);
        }
        return urls;
    }
    // A repair that was made here, as far as it goes without a customer.
    static void close(SmallDesk &small, const QString &number, const QString &reply)
    {
        small.act(number, "answer", {{field::Reply, reply}});
    }
    static constexpr const char *enquiry = R"({"fields": {"kind": {"constant": "enquiry"}}})";
};

void OnlineOutwardTest::picturesAreAttachedOnce()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.answerInstead([](const WebQuestion &question) -> std::optional<WebAnswer> {
        if (question.path() == "/pictures/lamp.php")
            return WebAnswer{.body = png(), .type = "application/octet-stream"};
        return {};
    });
    const QString url = stub.web().url("/pictures/lamp.php?n=1");
    stub.add("1", "2026-11-19T10:00:00+08:00", {{"media_url", url}});
    QCOMPARE(asking.pull(), "read 1, accepted 1, updated 0, unchanged 0, refused 0");
    QCOMPARE(asking.report.attachments, 1);
    const Ticket ticket = asking.find("1");
    QCOMPARE(attached(ticket), QStringList{url});
    const Values step = ticket.steps.constLast().values;
    QCOMPARE(small.read().open(field::FileName, step[field::FileName]), "lamp.png");
    const QString copy = small.folder() + "/copy.png";
    QVERIFY(!small.desk().openFile(step, copy).result());
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), png());
    asking.pull();
    QCOMPARE(attached(asking.find("1")).size(), 1);
    QCOMPARE(stub.web().asked("/pictures/lamp.php"), 1);
}

void OnlineOutwardTest::badPicturesLoseNoRequest_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<WebAnswer>("answer");
    const QString own = "/m";
    QTest::newRow("web page") << own << WebAnswer{.body = "<html>a</html>", .type = "image/png"};
    QTest::newRow("drawing with a program")
        << own
        << WebAnswer{.body = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"};
    QTest::newRow("nothing") << own << WebAnswer{};
    QTest::newRow("missing") << own << WebAnswer{.status = 404};
    QTest::newRow("endless") << own
                             << WebAnswer{.body = QByteArray(1 << 20, 'x'), .isEndless = true};
    QTest::newRow("to the local network")
        << own << WebAnswer{.status = 302, .headers = {{"Location", "http://192.168.0.1/a.png"}}};
    QTest::newRow("in the local network") << QString("http://10.0.0.1/a.png") << WebAnswer{};
    QTest::newRow("a file") << QString("file:///etc/passwd") << WebAnswer{};
    QTest::newRow("no address") << QString("photo 1") << WebAnswer{};
}

Q_DECLARE_METATYPE(support::WebAnswer)

void OnlineOutwardTest::badPicturesLoseNoRequest()
{
    QFETCH(QString, url);
    QFETCH(WebAnswer, answer);
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.answerInstead([answer](const WebQuestion &question) {
        return question.path() == "/m" ? std::optional(answer) : std::nullopt;
    });
    stub.add("1", "2026-11-19T10:00:00+08:00",
        {{"media_url", url.startsWith('/') ? stub.web().url(url) : url}});
    QCOMPARE(asking.pull(), "read 1, accepted 1, updated 0, unchanged 0, refused 0");
    QCOMPARE(asking.report.attachments, 0);
    QCOMPARE(asking.report.problems.size(), 1);
    QCOMPARE(asking.report.problems.constFirst().id, "1");
    // What can't be had is not asked for again.
    const qsizetype asked = stub.web().asked("/m");
    asking.pull();
    QCOMPARE(stub.web().asked("/m"), asked);
    QVERIFY(attached(asking.find("1")).isEmpty());
}

void OnlineOutwardTest::picturesThatFailComeLater()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    std::atomic<bool> isDown = true;
    stub.answerInstead([&isDown](const WebQuestion &question) -> std::optional<WebAnswer> {
        if (question.path() == "/m.png")
            return isDown ? WebAnswer{.status = 503}
                          : WebAnswer{.body = png(), .type = "image/png"};
        return {};
    });
    stub.add("1", "2026-11-19T10:00:00+08:00", {{"media_url", stub.web().url("/m.png")}});
    asking.pull();
    QVERIFY(attached(asking.find("1")).isEmpty());
    // Days later, when the request itself isn't shown any more.
    stub.clear();
    isDown = false;
    small.clock.passMinutes(4 * 24 * 60);
    asking.pull();
    QCOMPARE(attached(asking.find("1")).size(), 1);
    QVERIFY(asking.state().media.isEmpty());
}

void OnlineOutwardTest::namesOfFilesAreTame()
{
    using exchange::mediaName;
    QCOMPARE(mediaName(QUrl("http://x/a/%2e%2e%2fb.JPG?x=1"), "jpg"), "b.jpg");
    QCOMPARE(mediaName(QUrl("http://x/.hidden"), "png"), "media.png");
    QCOMPARE(mediaName(QUrl("http://x/"), ""), "media.bin");
    QCOMPARE(mediaName(QUrl("http://x/%E7%85%A7%E7%89%87.exe"), "png"), "照片.png");
}

void OnlineOutwardTest::theOutcomeIsToldOnce()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.statusWay = exchange::OnlineService::StatusWay::Post;
    asking.service.apiKey = "k & 1";
    asking.service.jurisdiction = "city.gov";
    asking.service.mapping = enquiry;
    asking.set();
    stub.add("14-1", "2026-11-19T10:00:00+08:00", {{"status", "open"}});
    asking.pull();
    QVERIFY(stub.forms("14-1").isEmpty());
    small.act(asking.number("14-1"), "note", {{field::Remark, "住户王芳说没人来"}});
    asking.pull();
    QVERIFY(stub.forms("14-1").isEmpty());
    close(small, asking.number("14-1"), "下午五点 + 来水，问 13812345678");
    asking.pull();
    QCOMPARE(asking.report.statusSent, 1);
    QCOMPARE(stub.forms("14-1").size(), 1);
    const QUrlQuery form = stub.forms("14-1").constFirst();
    QCOMPARE(form.queryItems().size(), 4);
    const auto said = [&form](const char *name) {
        return form.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    };
    QCOMPARE(said("api_key"), "k & 1");
    QCOMPARE(said("jurisdiction_id"), "city.gov");
    QCOMPARE(said("status"), "closed");
    QVERIFY(said("status_notes").startsWith("下午五点 + 来水"));
    QVERIFY(!said("status_notes").contains("13812345678"));
    // The service shows it as closed now, in its own words; nothing of that comes back.
    stub.change("14-1", "status", "closed");
    stub.change("14-1", "status_notes", "Done.");
    QCOMPARE(asking.pull(), "read 1, accepted 0, updated 0, unchanged 1, refused 0");
    small.reopen();
    asking.pull();
    QCOMPARE(stub.forms("14-1").size(), 1);
    for (const WebQuestion &question : stub.web().questions())
        QVERIFY(!question.url.toString().contains("api_key"));
}

void OnlineOutwardTest::nothingIsToldUnlessAsked()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.mapping = enquiry;
    asking.set();
    stub.add("1", "2026-11-19T10:00:00+08:00");
    asking.pull();
    close(small, asking.number("1"), "五点");
    asking.pull();
    for (const WebQuestion &question : stub.web().questions())
        QCOMPARE(question.method, "GET");
}

void OnlineOutwardTest::whatIsNotTakenIsToldLater()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.statusWay = exchange::OnlineService::StatusWay::Post;
    asking.service.mapping = enquiry;
    asking.set();
    for (const char *id : {"1", "2", "3"}) {
        stub.add(id, "2026-11-19T10:00:00+08:00");
        asking.pull();
        close(small, asking.number(id), "五点");
    }
    std::atomic<int> status = 503;
    stub.answerInstead([&status](const WebQuestion &question) -> std::optional<WebAnswer> {
        const bool isThird = question.path().endsWith("/3.json");
        return question.method == "POST" && (isThird || status == 503)
            ? std::optional(WebAnswer{.status = status})
            : std::nullopt;
    });
    asking.pull(); // 1 and 2 were told in the rounds before
    QCOMPARE(asking.report.statusSent, 0);
    QCOMPARE(asking.state().untold, QStringList{"3"});
    status = 404;
    asking.pull();
    QCOMPARE(asking.report.problems.constLast().id, "3");
    QCOMPARE(asking.state().untold, QStringList{"3"});
    stub.answerInstead({});
    stub.clear();
    asking.pull();
    QCOMPARE(asking.report.statusSent, 1);
    QVERIFY(asking.state().untold.isEmpty());
    QCOMPARE(stub.forms("1").size(), 1);
    QCOMPARE(stub.forms("2").size(), 1);
}

void OnlineOutwardTest::whatWasOverIsNotTold()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.statusWay = exchange::OnlineService::StatusWay::Post;
    asking.set();
    stub.add("1", "2026-11-19T10:00:00+08:00", {{"status", "closed"}, {"status_notes", "已修复"}});
    asking.pull();
    QCOMPARE(asking.find("1").state, "closed");
    QVERIFY(stub.forms("1").isEmpty());
}

QTEST_GUILESS_MAIN(OnlineOutwardTest)
#include "online_outward_test.moc"
