// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QFile>
#include <QTest>

using support::ToolRun;

/// A company's day through griddeskctl; each test founds it anew.
class CtlDayTest : public QObject, private CtlCompany
{
    Q_OBJECT

private Q_SLOTS:
    void init() { found(); }

    void aRepairComesBackUntilTheCustomerIsSatisfied();
    void theRepairerDoesNotConfirmHisOwnWork();
    void anUnreachedCustomerIsClosedBySomeoneElsesApproval();
    void anAnonymousRepairClosesAtFiling();
    void anEmergencyGoesToTheTeamAndTheCheckRunsBeside();
    void cancellingNeedsAReason();
    void aCorrectionKeepsTheOldValue();
    void anAttachmentIsKeptAndChecked();
    void whatIsOverComesInWithItsPast();
    void manyMattersComeInByLines();
    void ticketsAreFoundByTextPersonAndFilter();
    void registersAreEdited();
};

void CtlDayTest::aRepairComesBackUntilTheCustomerIsSatisfied()
{
    const QJsonObject ticket = ok({"ticket", "open"}, leak).first();
    const QString number = ticket["number"].toString();
    QVERIFY2(number.startsWith("07A-260309-"), qPrintable(number));
    QCOMPARE(ticket["grid"], "G01");
    QVERIFY(ticket["due"].toObject().contains("accept"));

    repairUpTo(number, "file");
    QCOMPARE(state(number), "to_visit");
    const QJsonObject back =
        ok({"ticket", "do", number, "visit", "satisfaction=2", "text=又漏了"}).first();
    QCOMPARE(back["state"], "with_team");
    QCOMPARE(back["round"], 2);
    QVERIFY(back["due"].toObject().contains("complete"));

    for (const QStringList &words :
        QVector<QStringList>{{"arrive", "by=sun"}, {"finish", "by=sun", "materials=球阀 1 个"},
            {"confirm", "by=zhao"}, {"file", "by=li"}})
        step(number, words);
    QCOMPARE(step(number, {"visit", "satisfaction=5"}), "closed");

    const QJsonObject shown = show(number);
    QCOMPARE(shown["round"], 2);
    QCOMPARE(shown["people"].toObject()["customer"].toObject()["name"], "王小明");
    QCOMPARE(shown["fields"].toObject()["address"], "文一路 12 号 3-201");
    QCOMPARE(shown["grid"].toObject()["chief"].toObject()["login"], "li");
    QCOMPARE(shown["fields"].toObject()["happened_at"], "2026-03-09T08:15:00+08:00");
    const QJsonObject finished = shown["steps"].toArray()[5].toObject();
    QCOMPARE(finished["action"], "finish");
    QCOMPARE(finished["by"], "chen");
    QCOMPARE(finished["typed_by"], "wang");
    QCOMPARE(finished["fields"].toObject()["measures"], "换阀");
    QVERIFY(shown["due"].toObject().isEmpty());
}

void CtlDayTest::theRepairerDoesNotConfirmHisOwnWork()
{
    const QString number = opened(leak);
    repairUpTo(number, "finish");
    const ToolRun refused = run({"ticket", "do", number, "confirm", "by=chen"});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.startsWith("by: "), qPrintable(refused.error));
    QCOMPARE(refused.error.count('\n'), 1);
    QCOMPARE(state(number), "repaired");

    const QJsonArray actions = ok({"ticket", "actions", number}).array();
    QStringList offered;
    for (const QJsonValue &action : actions)
        offered << action.toObject()["action"].toString();
    QVERIFY(offered.contains("confirm"));
    QVERIFY(!offered.contains("arrive"));
    QCOMPARE(step(number, {"confirm", "by=zhao"}), "confirmed");
}

void CtlDayTest::anUnreachedCustomerIsClosedBySomeoneElsesApproval()
{
    const QString number = opened(leak);
    repairUpTo(number, "file");
    QCOMPARE(run({"ticket", "do", number, "approve", "reason=停机", "by=li"}).code, 1);
    QCOMPARE(step(number, {"visit", "outcome=unreached"}), "to_visit");
    QCOMPARE(step(number, {"visit", "outcome=unreached"}), "to_visit");
    QCOMPARE(run({"ticket", "do", number, "approve", "reason=停机", "by=wang"}).code, 1);
    QCOMPARE(step(number, {"approve", "reason=停机", "by=li"}), "closed");
}

void CtlDayTest::anAnonymousRepairClosesAtFiling()
{
    const QString number = opened(R"({"kind":"repair","title":"路灯不亮","anonymous":true})");
    repairUpTo(number, "confirm");
    QCOMPARE(step(number, {"file", "by=li"}), "closed");
}

void CtlDayTest::anEmergencyGoesToTheTeamAndTheCheckRunsBeside()
{
    const QString number =
        opened(R"({"kind":"repair","line":"gas","urgency":"emergency","title":"燃气味"})");
    QCOMPARE(state(number), "with_team");
    QCOMPARE(step(number, {"check", "by=zhao"}), "with_team");
    QCOMPARE(step(number, {"arrive", "by=chen"}), "arrived");
}

void CtlDayTest::cancellingNeedsAReason()
{
    const QString number = opened(leak);
    const ToolRun refused = run({"ticket", "do", number, "cancel"});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.startsWith("reason: "), qPrintable(refused.error));
    QCOMPARE(step(number, {"cancel", "reason=重复报修"}), "cancelled");
    QCOMPARE(run({"ticket", "do", number, "accept", "by=li"}).code, 1);
}

void CtlDayTest::aCorrectionKeepsTheOldValue()
{
    const QString number = opened(leak);
    const QByteArray fields = R"({"title":"卫生间漏水","address":"文一路 14 号"})";
    ok({"ticket", "do", number, "correct", "--fields", "-", "reason=听错"}, fields);
    const QJsonObject shown = show(number);
    QCOMPARE(shown["fields"].toObject()["title"], "卫生间漏水");
    const QJsonObject step = lastStep(number);
    QCOMPARE(step["before"].toObject()["title"], "厨房漏水");
    QCOMPARE(step["before"].toObject()["address"], "文一路 12 号 3-201");
    QCOMPARE(step["fields"].toObject()["address"], "文一路 14 号");
}

void CtlDayTest::anAttachmentIsKeptAndChecked()
{
    const QString number = opened(leak);
    QFile photo(path("现场.jpg"));
    QVERIFY(photo.open(QIODevice::WriteOnly) && photo.write("a picture") == 9);
    photo.close();
    ok({"ticket", "do", number, "attach", "file=" + photo.fileName(), "text=漏点"});
    const QJsonObject attached = lastStep(number)["fields"].toObject();
    QCOMPARE(attached["file"], "现场.jpg");
    QCOMPARE(attached["file_size"], 9);
    QVERIFY(!attached.contains("file_key"));
    QCOMPARE(ok({"verify"}).first()["ok"], true);

    QVERIFY(QFile::remove(desk() + "/files/" + attached["file_hash"].toString()));
    QCOMPARE(run({"verify"}).code, 3);
    QCOMPARE(run({"ticket", "do", number, "attach", "file=/nowhere/a.jpg"}).code, 1);
    QCOMPARE(
        run({"ticket", "do", number, "attach", "file=" + photo.fileName(), "file_size=1"}).code, 1);
}

void CtlDayTest::whatIsOverComesInWithItsPast()
{
    const QByteArray past =
        R"({"kind":"complaint","title":"水费有误","state":"closed","happened_at":"2018-06-01T09:00:00Z",
        "done_at":"2018-06-02","on_time":true,"reply":"已更正","by":"li","source":"旧系统","source_id":42,"lon":114.3,"lat":22.7})";
    const QString number = opened(past);
    QCOMPARE(number, "07A-180601-001");
    const QJsonObject shown = show(number);
    QCOMPARE(shown["state"], "closed");
    const QJsonObject fields = shown["fields"].toObject();
    QCOMPARE(fields["happened_at"], "2018-06-01T17:00:00+08:00");
    QCOMPARE(fields["source_id"], "42");
    QCOMPARE(fields["on_time"], true);
    QCOMPARE(fields["lon"], 114.3);
    QCOMPARE(fields["first_receiver"], "li");

    const ToolRun again = run({"ticket", "open"}, past);
    QCOMPARE(again.code, 1);
    QVERIFY2(again.error.contains(number), qPrintable(again.error));
}

void CtlDayTest::manyMattersComeInByLines()
{
    QByteArray lines;
    for (int i = 0; i < 450; ++i)
        lines += "{\"kind\":\"enquiry\",\"title\":\"第 " + QByteArray::number(i) + " 问\"}\n";
    QCOMPARE(ok({"ticket", "open", "--file", "-"}, lines).lines.size(), 450);

    // A line that can't be read stops everything before the first is written …
    const ToolRun unread =
        run({"ticket", "open"}, lines + "{\"kind\":\"enquiry\",\"titel\":\"?\"}\n");
    QCOMPARE(unread.code, 1);
    QVERIFY2(unread.error.startsWith("Line 451: titel: "), qPrintable(unread.error));
    QCOMPARE(ok({"tickets", "--count"}).first()["count"], 450);

    // … one that a rule refuses is refused alone.
    const ToolRun refused = run({"ticket", "open"}, R"({"kind":"enquiry","title":"a"}
{"title":"no kind"}
{"kind":"enquiry","title":"b"}
)");
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.lines.size(), 2);
    QVERIFY2(refused.error.startsWith("Line 2: kind: "), qPrintable(refused.error));
    QCOMPARE(ok({"tickets", "--count"}).first()["count"], 452);
}

void CtlDayTest::ticketsAreFoundByTextPersonAndFilter()
{
    const QString water = opened(leak);
    const QString late = opened(
        R"({"kind":"complaint","line":"heat","title":"暖气不热","happened_at":"2018-01-05"})");
    const QString praise = opened(
        R"({"kind":"praise","title":"服务好","description":"漏水修得快","happened_at":"2018-02-05"})");
    const auto found = [this](const QStringList &asked) {
        QStringList numbers;
        for (const QJsonObject &line : ok(QStringList{"tickets"} + asked).lines)
            numbers << line["number"].toString();
        return numbers;
    };
    QCOMPARE(found({"--search", "漏水"}), (QStringList{water, praise}));
    QCOMPARE(found({"--search", "漏水", "--in", "title"}), QStringList{water});
    QCOMPARE(found({"--search", "wxm"}), QStringList{water});
    QCOMPARE(found({"--search", "13800138000", "--in", "customer"}), QStringList{water});
    QCOMPARE(found({"--where", "from=2018-01-01", "until=2018-02-01"}), QStringList{late});
    QCOMPARE(found({"--where", "grid=G01", "--where", "kind=repair"}), QStringList{water});
    QCOMPARE(found({"--where", "overdue=1", "--sort", "happened_at"}),
        (QStringList{late, praise, water}));
    QCOMPARE(
        found({"--sort", "-happened_at", "--limit", "1", "--offset", "1"}), QStringList{praise});
    QCOMPARE(ok({"tickets", "--search", "漏水", "--count"}).first()["count"], 2);
}

void CtlDayTest::registersAreEdited()
{
    const QJsonObject chen = ok({"staff", "set", "chen", "team=维修一队", "grid=G01"}).first();
    QCOMPARE(chen["team"], "维修一队");
    QCOMPARE(chen["grid"], "G01");
    QVERIFY(!ok({"staff", "set", "chen", "grid="}).first().contains("grid"));
    QCOMPARE(ok({"staff", "--where", "role=technician", "--count"}).first()["count"], 2);
    QCOMPARE(
        ok({"staff", "--search", "师傅", "--limit", "1", "--offset", "1"}).first()["login"], "sun");
    QCOMPARE(ok({"staff", "show", chen["id"].toString()}).first()["login"], "chen");

    QCOMPARE(run({"staff", "add", "login=li", "name=另一个"}).code, 1);
    QCOMPARE(run({"staff", "set", "li", "name="}).code, 1);
    QCOMPARE(run({"staff", "add", "login=x", "name=x", "grid=G99"}).code, 1);
    QCOMPARE(run({"company", "add", "name=第二家"}).code, 1);

    ok({"staff", "remove", "sun"});
    QCOMPARE(run({"staff", "show", "sun"}).code, 1);

    opened(leak);
    opened(leak);
    QCOMPARE(ok({"customers", "--count"}).first()["count"], 1);
    // A list shows the ends of numbers; opening the file shows them whole and is on record.
    const QJsonObject listed = ok({"customers", "--search", "wangxiaoming"}).first();
    QCOMPARE(listed["phone"], "138****8000");
    QCOMPARE(ok({"looks", "--count"}).first()["count"], 0);
    for (int look = 0; look < 2; ++look) {
        QCOMPARE(ok({"customer", "show", listed["id"].toString()}).first()["phone"], "13800138000");
        QCOMPARE(ok({"looks", "--count"}).first()["count"], 1);
    }
    QCOMPARE(ok({"looks"}).first()["purpose"], "file");
    QVERIFY(ok({"customers", "--search", "nobody"}).lines.isEmpty());
    QCOMPARE(ok({"customers", "--where", "name=王小明"}).lines.size(), 1);
    QVERIFY(ok({"conflicts"}).lines.isEmpty());
}

QTEST_GUILESS_MAIN(CtlDayTest)
#include "ctl_day_test.moc"
