// SPDX-License-Identifier: GPL-3.0-or-later
#include "online_support.h"

#include "exchange/ticket_import_known.h"
#include "store/local_box.h"

using namespace domain;
using namespace online;
using support::SmallDesk;
using support::StubGeoReport;
using support::WebAnswer;
using support::WebQuestion;

// What citizens report to a service becomes tickets: each once, none lost, however the service behaves.
class OnlinePullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsBecomeTicketsOnce();
    void whatIsOverIsTakenInAsOver();
    void oddPlacesAndTimesAreLeftOut();
    void mappingSaysKindAndLine();
    void everyServerIsReadToItsEnd_data();
    void everyServerIsReadToItsEnd();
    void theSameWithoutEndEnds();
    void lateOnesAreFoundByTheOverlap();
    void aFailureLosesNothing_data();
    void aFailureLosesNothing();
    void refusedOnesAreAskedForAgain();
    void tokensAreWaitedFor();
    void closedAtTheSourceIsNoted();
    void twoDesksGiveTheSameId();
    void keysLieSealed();
    void aRoundKeepsTheNameOfWhoBeganIt();
    void whyOneWasRefusedIsRemembered();
    void whatIsRemovedKeepsNoState();

private:
    static constexpr const char *day = "2026-11-19T10:%1:00+08:00";
};

void OnlinePullTest::requestsBecomeTicketsOnce()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.add("14-1", "2026-11-12T10:58:43-05:00",
        {{"description", "楼道灯坏了，电话13812345678"}, {"address", "幸福里3栋"}, {"long", 116.4},
            {"lat", "39.9"}, {"expected_datetime", ""}, {"status_notes", QJsonValue::Null}});
    stub.add({{"service_request_id", 42}, {"service_code", "07"}});
    QCOMPARE(asking.pull(), "read 2, accepted 2, updated 0, unchanged 0, refused 0");
    const Ticket lamp = asking.find("14-1");
    QCOMPARE(lamp.values.text(field::Channel), "online");
    QCOMPARE(lamp.values.text(field::Kind), "repair");
    QCOMPARE(lamp.values.text(field::Title), "路灯不亮");
    QCOMPARE(lamp.values[field::Lon].toDouble(), 116.4);
    QCOMPARE(
        lamp.values.number(field::HappenedAt), support::moment_ms("2026-11-12 23:58") + 43'000);
    QVERIFY(!lamp.values.text(field::Description).contains("13812345678"));
    QCOMPARE(lamp.state, "received");
    QCOMPARE(asking.find("42").values.text(field::Title), "07");
    QCOMPARE(asking.service.source(), stub.url().mid(7));

    asking.service.overlap_min = 30 * 24 * 60;
    const qint64 before = small.read().position();
    QCOMPARE(asking.pull(), "read 2, accepted 0, updated 0, unchanged 2, refused 0");
    QCOMPARE(small.read().position(), before);
    stub.change("14-1", "address", "幸福里4栋");
    QCOMPARE(asking.pull(), "read 2, accepted 0, updated 1, unchanged 1, refused 0");
}

void OnlinePullTest::whatIsOverIsTakenInAsOver()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.add("1", "2026-11-19T10:00:00+08:00",
        {{"status", "closed"}, {"updated_datetime", "2026-11-19T18:00:00+08:00"},
            {"status_notes", "已修复"}});
    asking.pull();
    QCOMPARE(asking.find("1").state, "closed");
    QCOMPARE(asking.find("1").values.text(field::Reply), "已修复");
    QCOMPARE(asking.pull(), "read 1, accepted 0, updated 0, unchanged 1, refused 0");
}

void OnlinePullTest::oddPlacesAndTimesAreLeftOut()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.add("1", "next week", {{"lat", 95}, {"long", 116.4}});
    stub.add("2", "", {{"lat", 0}, {"long", 0}});
    stub.add("3", "2026-11-19T10:00:00", {{"lat", "39.9"}});
    QCOMPARE(asking.pull(), "read 3, accepted 3, updated 0, unchanged 0, refused 0");
    for (const char *id : {"1", "2", "3"})
        QVERIFY(!asking.find(id).values.has(field::Lat));
    QCOMPARE(asking.find("1").values.number(field::HappenedAt), small.clock.now_ms());
    QCOMPARE(
        asking.find("3").values.number(field::HappenedAt), support::moment_ms("2026-11-19 10:00"));
    QCOMPARE(asking.report.problems.size(), 2);
    QCOMPARE(asking.pull(), "read 3, accepted 0, updated 0, unchanged 3, refused 0");
}

void OnlinePullTest::mappingSaysKindAndLine()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.mapping = R"({"fields": {"kind": {"column": "service_code",
        "values": {"T*": "complaint"}, "default": "repair"},
        "line": {"column": "service_code", "values": {"W1": "water"}, "default": "other"},
        "category": "group_nobody_sends"}})";
    asking.set();
    stub.add("1", QString(day).arg("01"), {{"service_code", "T9"}});
    stub.add("2", QString(day).arg("02"), {{"service_code", "W1"}});
    QCOMPARE(asking.pull(), "read 2, accepted 2, updated 0, unchanged 0, refused 0");
    QCOMPARE(asking.find("1").values.text(field::Kind), "complaint");
    QCOMPARE(asking.find("2").values.text(field::Line), "water");
    QCOMPARE(asking.find("2").values.text(field::Channel), "online");
}

void OnlinePullTest::everyServerIsReadToItsEnd_data()
{
    QTest::addColumn<int>("traits");
    QTest::addColumn<int>("most");
    using Stub = StubGeoReport;
    QTest::newRow("good") << int(Stub::Good) << 1000;
    QTest::newRow("XML alone") << int(Stub::OnlyXml) << 1000;
    QTest::newRow("ignores the page") << int(Stub::IgnoresPage) << 1000;
    QTest::newRow("ignores the dates") << int(Stub::IgnoresTime) << 1000;
    QTest::newRow("newest on one page") << int(Stub::IgnoresPage | Stub::NewestOnly) << 100;
    QTest::newRow("newest hundred and fifty") << int(Stub::IgnoresPage | Stub::NewestOnly) << 150;
}

void OnlinePullTest::everyServerIsReadToItsEnd()
{
    QFETCH(int, traits);
    QFETCH(int, most);
    SmallDesk small;
    StubGeoReport stub(traits);
    stub.most = most;
    Asking asking(small, stub);
    asking.service.since_ms = support::moment_ms("2026-03-01 00:00");
    asking.set();
    QDateTime at = QDateTime::fromMSecsSinceEpoch(support::moment_ms("2026-03-02 00:00"), Qt::UTC);
    constexpr int all = 430;
    for (int i = 0; i < all; ++i) {
        stub.add(QString::number(i), at.toString(Qt::ISODate));
        at = at.addSecs(i % 7 ? 60 : 24 * 60 * 60 * 4);
    }
    QVERIFY(at.toMSecsSinceEpoch() < small.clock.now_ms());
    asking.pull();
    QVERIFY2(!asking.report.failure, qPrintable(asking.report.failure->text()));
    QCOMPARE(asking.report.accepted, all);
    QCOMPARE(asking.report.read, all);
    QCOMPARE(small.read().countTickets({}), all);
    for (const WebQuestion &question : stub.web().questions()) {
        const auto moment = [&question](const char *name) {
            return QDateTime::fromString(question.asked(QString::fromLatin1(name)), Qt::ISODate);
        };
        QVERIFY(moment("start_date").daysTo(moment("end_date")) <= 90);
    }
}

// A server that shows the same hundred whatever it is asked for, and doesn't say when they came.
void OnlinePullTest::theSameWithoutEndEnds()
{
    SmallDesk small;
    StubGeoReport stub(StubGeoReport::IgnoresPage | StubGeoReport::IgnoresTime);
    Asking asking(small, stub);
    for (int i = 0; i < 100; ++i)
        stub.add(QString::number(i), {});
    QVERIFY(asking.pull().startsWith("failed: "));
    QCOMPARE(asking.report.accepted, 100);
    QVERIFY(stub.web().questions().size() <= 2 * 2000);
}

void OnlinePullTest::lateOnesAreFoundByTheOverlap()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.add("1", "2026-11-20T07:00:00+08:00");
    asking.pull();
    QCOMPARE(asking.state().asked_ms, small.clock.now_ms());
    small.clock.passMinutes(60);
    stub.add("2", "2026-11-20T06:00:00+08:00"); // shown late
    QCOMPARE(asking.pull(), "read 2, accepted 1, updated 0, unchanged 1, refused 0");
    const auto last = stub.web().questions().constLast();
    QCOMPARE(last.asked("start_date"), "2026-11-19T00:00:00Z");
    QCOMPARE(last.asked("end_date"), "2026-11-20T01:00:00Z");
}

void OnlinePullTest::aFailureLosesNothing_data()
{
    QTest::addColumn<WebAnswer>("bad");
    QTest::newRow("fails") << WebAnswer{.status = 500};
    QTest::newRow("web page") << WebAnswer{
        .body = "<html><body>Sorry</body></html>", .type = "text/html"};
    QTest::newRow("cut") << WebAnswer{.body = R"([{"service_request_id": "9"}, {"ser)"};
    QTest::newRow("endless") << WebAnswer{.body = QByteArray(1 << 20, ' '), .isEndless = true};
    QTest::newRow("broken line") << WebAnswer{.body = "[1, 2, 3, 4]", .breaksOff = true};
    QTest::newRow("forbidden") << WebAnswer{.status = 403};
}

Q_DECLARE_METATYPE(support::WebAnswer)

void OnlinePullTest::aFailureLosesNothing()
{
    QFETCH(WebAnswer, bad);
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    for (int i = 0; i < 150; ++i)
        stub.add(QString::number(i), "2026-11-19T10:00:00+08:00");
    // The second page fails: the first one stays, and the whole is asked again.
    stub.answerInstead([bad](const WebQuestion &question) {
        return question.asked("page") == "2" ? std::optional(bad) : std::nullopt;
    });
    QVERIFY(asking.pull().startsWith("failed: "));
    QCOMPARE(asking.report.failure->kind, Refusal::Device);
    QCOMPARE(asking.report.accepted, 100);
    QCOMPARE(asking.state().asked_ms, 0);
    QVERIFY(!asking.state().error.isEmpty());
    stub.answerInstead({});
    QCOMPARE(asking.pull(), "read 150, accepted 50, updated 0, unchanged 100, refused 0");
    QCOMPARE(asking.state().error, "");
    QCOMPARE(asking.state().success_ms, small.clock.now_ms());
}

void OnlinePullTest::refusedOnesAreAskedForAgain()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.mapping = R"({"fields": {"grid": "grid_code"}})";
    asking.set();
    stub.add("1", QString(day).arg("01"), {{"grid_code", "G7"}});
    stub.add({{"status", "open"}});
    stub.add("2", QString(day).arg("02"));
    QCOMPARE(asking.pull(), "read 3, accepted 1, updated 0, unchanged 0, refused 2");
    QCOMPARE(asking.report.problems.size(), 2);
    QCOMPARE(asking.state().again, QStringList{"1"});
    small.addGrid("G7", "幸福里");
    stub.clear();
    stub.add("1", "2026-01-01T00:00:00+08:00", {{"grid_code", "G7"}}); // outside of the overlap
    QCOMPARE(asking.pull(), "read 1, accepted 1, updated 0, unchanged 0, refused 0");
    QVERIFY(asking.state().again.isEmpty());
}

void OnlinePullTest::tokensAreWaitedFor()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.add({{"token", "t/1"}, {"service_name", "漏水"}});
    asking.pull();
    QCOMPARE(asking.report.waiting, 1);
    QCOMPARE(small.read().countTickets({}), 0);
    stub.clear();
    stub.add("77", "2026-01-01T00:00:00+08:00", {{"token", "t/1"}});
    stub.answerInstead([](const WebQuestion &question) -> std::optional<WebAnswer> {
        if (question.path().contains("/tokens/"))
            return WebAnswer{.body = R"([{"service_request_id": 77, "token": "t/1"}])"};
        return {};
    });
    asking.pull();
    QCOMPARE(asking.report.waiting, 0);
    QVERIFY(asking.find("77").exists());
    QCOMPARE(stub.web().asked("/v2/requests/77.json"), 1);
}

void OnlinePullTest::closedAtTheSourceIsNoted()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.add("1", QString(day).arg("01"), {{"status", "open"}});
    asking.pull();
    stub.change("1", "status", "closed");
    stub.change("1", "status_notes", "重复");
    QCOMPARE(asking.pull(), "read 1, accepted 0, updated 0, unchanged 1, refused 0");
    const Ticket ticket = asking.find("1");
    QCOMPARE(ticket.state, "received");
    QCOMPARE(ticket.steps.constLast().action, "note");
    QVERIFY(ticket.steps.constLast().values.text(field::Remark).contains("重复"));
    asking.pull();
    QCOMPARE(asking.find("1").steps.size(), ticket.steps.size());
}

void OnlinePullTest::twoDesksGiveTheSameId()
{
    StubGeoReport stub;
    stub.add("1", QString(day).arg("01"));
    QSet<Id> ids;
    for (int i = 0; i < 2; ++i) {
        SmallDesk small;
        Asking asking(small, stub);
        asking.service.name = QString::number(i);
        asking.set();
        asking.pull();
        ids.insert(asking.find("1").id);
        QCOMPARE(asking.find("1").id, exchange::idFromSource(asking.service.source(), "1"));
    }
    QCOMPARE(ids.size(), 1);
}

void OnlinePullTest::keysLieSealed()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.apiKey = "geheim-4711";
    asking.set();
    QCOMPARE(
        exchange::OnlineBook(small.desk(), small.read()).find("市民热线")->apiKey, "geheim-4711");
    small.desk().submit(PutRow{}).waitForFinished();
    for (const char *name : {"/desk.sqlite", "/desk.sqlite-wal", "/desk.db", "/desk.db-wal"}) {
        QFile file(small.folder() + name);
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains("geheim-4711"));
    }
    exchange::OnlineBook book(small.desk(), small.read());
    QVERIFY(!book.remove("市民热线"));
    QVERIFY(book.services().isEmpty());
}

// Rounds run beside the window: whoever sits down meanwhile takes nothing in.
void OnlinePullTest::aRoundKeepsTheNameOfWhoBeganIt()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    const Id wang = small.desk().actor();
    const Id fang = small.addPerson("fang", "方洁", "clerk");
    small.signIn("fang");
    const store::Identity began = small.desk().identity();
    for (int number = 1; number <= 30; ++number) {
        stub.add(QString::number(number), QString(day).arg(number + 9),
            {{"status", number == 1 ? "open" : "closed"}});
    }
    std::atomic<bool> isOver = false;
    const std::unique_ptr<QThread> round(QThread::create([&] {
        exchange::HttpCalls calls;
        exchange::OnlinePull(small.desk(), calls, began).run(asking.service);
        isOver = true;
    }));
    round->start();
    for (int turn = 0; !isOver; ++turn)
        small.desk().setActor(turn % 2 ? wang : Id());
    round->wait();
    QCOMPARE(small.read().countTickets({}), 30);
    for (int number = 1; number <= 30; ++number) {
        const Ticket ticket = asking.find(QByteArray::number(number).constData());
        QCOMPARE(ticket.steps.constFirst().typedBy, fang);
    }
}

void OnlinePullTest::whyOneWasRefusedIsRemembered()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    asking.service.mapping = R"({"fields": {"grid": "grid_code"}})";
    asking.set();
    stub.add("1", QString(day).arg("01"), {{"grid_code", "G7"}});
    stub.add("2", QString(day).arg("02"));
    asking.pull();
    QCOMPARE(asking.state().taken, 1);
    QCOMPARE(asking.state().last.accepted, 1);
    QVERIFY(asking.state().last.problems.constFirst().reason.contains("G7"));
    // A round that doesn't get so far forgets nothing of it.
    stub.answerInstead([](const WebQuestion &) { return WebAnswer{.status = 403}; });
    asking.pull();
    QVERIFY(asking.state().error.contains("403"));
    QCOMPARE(asking.state().taken, 1);
    QCOMPARE(asking.state().last.problems.size(), 1);
    QVERIFY(asking.state().last.problems.constFirst().reason.contains("G7"));
    stub.answerInstead({});
    small.addGrid("G7", "幸福里");
    asking.pull();
    QVERIFY(asking.state().last.problems.isEmpty());
    QCOMPARE(asking.state().taken, 2);
}

void OnlinePullTest::whatIsRemovedKeepsNoState()
{
    SmallDesk small;
    StubGeoReport stub;
    Asking asking(small, stub);
    stub.add("1", QString(day).arg("01"));
    stub.answerInstead([&](const WebQuestion &) -> std::optional<WebAnswer> {
        const auto reader = small.desk().newReader();
        exchange::OnlineBook(small.desk(), *reader).remove(asking.service.name);
        return {};
    });
    asking.pull();
    QCOMPARE(asking.state().tried_ms, 0);
    QVERIFY(exchange::OnlineBook(small.desk(), small.read()).services().isEmpty());
}

QTEST_GUILESS_MAIN(OnlinePullTest)
#include "online_pull_test.moc"
