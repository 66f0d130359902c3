// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ToolRun;

/// Every kind of matter from its taking in to its end through griddeskctl, and the hours in which its clocks run.
class CtlMattersTest : public QObject, private CtlCompany
{
    Q_OBJECT

    /// Runs the steps one after the other; compares the state that each leads to.
    void walk(const QString &number, const QVector<std::pair<QStringList, const char *>> &steps)
    {
        for (const auto &[words, state] : steps)
            QCOMPARE(step(number, words), QLatin1StringView(state));
    }

    QStringList offered(const QString &number)
    {
        QStringList actions;
        for (const QJsonValue &action : ok({"ticket", "actions", number}).array())
            actions << action.toObject()["action"].toString();
        return actions;
    }

    QJsonObject clock(const QString &number, const QString &name)
    {
        QJsonObject found;
        for (const QJsonValue &each : show(number)["clocks"].toArray()) {
            if (each.toObject()["clock"] == name)
                found = each.toObject();
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        found();
        ok({"staff", "add", "login=head", "name=周主任", "role=head", "department=营业部"});
        ok({"staff", "add", "login=han", "name=韩经办", "role=handler", "department=营业部"});
    }

    void aComplaintIsFoundOutPutRightAndJudgedByTheCustomer()
    {
        const QString number = opened(
            R"({"kind":"complaint","line":"water","category":"收费争议","street":"文一路","title":"水费翻倍",
            "complaint_class":"charges","happened_at":"2026-03-09T08:45","customer":{"name":"王小明","phone":"13800138000"}})");
        QCOMPARE(show(number)["workflow"], "complaint/1");
        // Thirteen workdays; four hours until somebody calls, counted from half past eight to half past five without lunch.
        QCOMPARE(clock(number, "reply")["due"], "2026-03-26T17:30:00+08:00");
        QCOMPARE(clock(number, "contact")["due"], "2026-03-09T14:15:00+08:00");
        QVERIFY2(clock(number, "contact")["counted"].toString().contains(u"工作时间"_s),
            qPrintable(clock(number, "contact")["counted"].toString()));

        const ToolRun early = run({"ticket", "do", number, "investigate", "by=li"});
        QCOMPARE(early.code, 1);
        QVERIFY2(early.error.contains(number), qPrintable(early.error));
        walk(number,
            {{{"accept", "by=li"}, "with_chief"},
                {{"reach", "by=li", "outcome=reached", "promised_at=2026-03-12T12:00"},
                    "contacted"}});
        QCOMPARE(clock(number, "reply")["due"], "2026-03-12T12:00:00+08:00");
        const ToolRun blank =
            run({"ticket", "do", number, "investigate", "by=li", "finding=upheld"});
        QCOMPARE(blank.code, 1);
        QVERIFY2(blank.error.startsWith("cause: "), qPrintable(blank.error));
        walk(number,
            {{{"investigate", "by=li", "finding=upheld", "cause=抄表错误",
                  "responsible_unit=营业部"},
                 "investigated"},
                {{"solve", "by=li", "solution=换表退费"}, "solving"},
                {{"report", "text=厂家周三到"}, "solving"},
                {{"evaluate", "by=li", "reply=已退 86 元"}, "to_visit"},
                {{"visit", "satisfaction=1", "text=还没收到退款"}, "with_chief"}});
        QCOMPARE(show(number)["round"], 2);
        walk(number,
            {{{"reach", "by=li", "outcome=unreached"}, "with_chief"},
                {{"reach", "by=li", "outcome=reached"}, "contacted"},
                {{"investigate", "by=li", "finding=upheld", "cause=退款漏报",
                     "responsible_unit=财务部"},
                    "investigated"},
                {{"solve", "by=li", "solution=当日转账"}, "solving"},
                {{"evaluate", "by=li", "reply=已到账"}, "to_visit"},
                {{"visit", "satisfaction=4"}, "closed"}});
        QVERIFY(show(number)["due"].toObject().isEmpty());
        QCOMPARE(ok({"tickets", "--where", "finding=upheld", "--count"}).first()["count"], 1);
        ok({"slip", "complaint", number, "--pdf", path("complaint.pdf")});
        QVERIFY(QFile(path("complaint.pdf")).size() > 1000);
    }

    void anApplicationLacksAPaper()
    {
        const QString number = opened(
            R"({"kind":"application","line":"water","category":"用水过户","title":"二手房过户","papers":"双方身份证",
            "happened_at":"2026-04-30T16:00","customer":{"name":"王小明","phone":"13800138000"}})");
        // The next workday lies behind the holidays of May.
        QCOMPARE(clock(number, "review")["due"], "2026-05-06T17:30:00+08:00");
        walk(number,
            {{{"ask_papers", "missing_papers=房产证\n结清水费凭证", "until=2026-05-15T17:00"},
                "waiting"}});
        QCOMPARE(clock(number, "supplement")["due"], "2026-05-15T17:00:00+08:00");
        ok({"slip", "missing", number, "--pdf", path("missing.pdf")});
        walk(number, {{{"supplement", "papers=房产证、结清水费凭证"}, "to_review"}});
        QVERIFY(!offered(number).contains("ask_papers"));
        const ToolRun again = run({"ticket", "do", number, "ask_papers", "missing_papers=照片"});
        QCOMPARE(again.code, 1);
        walk(number,
            {{{"admit", "unit=营业部"}, "with_department"},
                {{"name", "by=head", "assignee=han"}, "handling"},
                {{"settle", "by=han", "decision=granted", "reply=下月起用新户名"}, "decided"},
                {{"tell", "outcome=unreached"}, "decided"}, {{"tell", "outcome=reached"}, "told"},
                {{"object", "reason=户名写错"}, "objected"},
                {{"redo", "by=head", "reason=更正户名"}, "handling"},
                {{"settle", "by=han", "decision=granted", "reply=已更正"}, "decided"},
                {{"tell", "outcome=reached"}, "told"}, {{"close", "satisfaction=5"}, "closed"}});
    }

    void whatIsNotAcceptedGetsItsReasonInPrint()
    {
        const QString number = opened(
            R"({"kind":"application","category":"用水开户","title":"开户","customer":{"name":"王小明","phone":"13800138000"}})");
        QCOMPARE(run({"ticket", "do", number, "decline"}).code, 1);
        walk(number, {{{"decline", "reason=不在供水范围"}, "declined"}});
        ok({"slip", "declined", number, "--pdf", path("declined.pdf")});
        QCOMPARE(ok({"tickets", "--where", "open=1", "--count"}).first()["count"], 0);
        QCOMPARE(offered(number), QStringList({"note", "contact", "attach", "correct"}));
    }

    void enquiriesSuggestionsAndPraise()
    {
        const QString asked = opened(R"({"kind":"enquiry","title":"何时来水"})");
        walk(asked, {{{"answer", "reply=今天五点"}, "closed"}});
        const QString later =
            opened(R"({"kind":"enquiry","title":"如何过户","promised_at":"2030-01-04T10:00"})");
        QCOMPARE(clock(later, "reply")["due"], "2030-01-04T10:00:00+08:00");
        walk(later,
            {{{"pass_on", "unit=营业部"}, "with_department"},
                {{"draft", "by=han", "reply=带身份证"}, "answered"},
                {{"tell", "outcome=reached"}, "closed"}});
        const QString idea = opened(R"({"kind":"suggestion","title":"增设充电桩"})");
        walk(idea,
            {{{"adopt", "by=li", "solution=列入下半年计划"}, "answered"},
                {{"tell", "outcome=reached"}, "closed"}});
        const QString praise = opened(R"({"kind":"praise","title":"陈师傅修得好"})");
        walk(praise, {{{"pass_praise", "assignee=chen"}, "closed"}});
    }

    void aMatterIsHandedOverAndComesBack()
    {
        const QString number = opened(leak);
        QCOMPARE(show(number)["people"].toObject()["responsible"].toObject()["login"], "wang");
        step(number, {"hand_over", "hand_to=li"});
        const ToolRun wrong = run({"ticket", "do", number, "take_over", "by=chen"});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.error.startsWith("by: "), qPrintable(wrong.error));
        step(number, {"refuse_over", "by=li", "reason=不属本网格"});
        QCOMPARE(show(number)["people"].toObject()["responsible"].toObject()["login"], "wang");
        step(number, {"hand_over", "hand_to=li"});
        step(number, {"take_over", "by=li"});
        QCOMPARE(show(number)["people"].toObject()["responsible"].toObject()["login"], "li");
        QCOMPARE(ok({"tickets", "--where", "responsible=li", "--count"}).first()["count"], 1);
    }

    void clocksRestAndAreGivenMoreTime()
    {
        const QString number = opened(leak);
        step(number, {"suspend", "by=li", "reason=等待配件"});
        QVERIFY(clock(number, "complete").contains("paused"));
        QVERIFY(show(number)["due"].toObject().isEmpty());
        step(number, {"resume", "by=li"});
        QVERIFY(!clock(number, "complete").contains("paused"));
        step(number, {"ask_extension", "by=chen", "until=2030-05-01T12:00", "reason=配件缺货"});
        QCOMPARE(run({"ticket", "do", number, "grant_extension", "by=chen"}).code, 1);
        step(number, {"grant_extension", "by=li"});
        QCOMPARE(clock(number, "complete")["due"], "2030-05-01T12:00:00+08:00");
        step(number, {"escalate", "by=li", "reason=影响一栋楼"});
        QCOMPARE(ok({"tickets", "--where", "severity=major", "--count"}).first()["count"], 1);
        step(number,
            {"instruct", "by=head", "instruction=三日内解决", "hand_to=li", "until=2030-04-01"});
        ok({"slip", "supervised", number, "--pdf", path("supervised.pdf")});
        step(number, {"report_back", "by=li", "text=已换新管"});
        step(number, {"remind", "text=客户来电催问"});
        ok({"slip", "reminder", number, "--pdf", path("reminder.pdf")});
    }

    void holidaysComeInByFile()
    {
        QFile file(path("2016.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"year":2016,"papers":["notice"],"days":[
            {"name":"元旦","date":"2016-01-01","isOffDay":true},
            {"name":"元旦","date":"2016-01-03","isOffDay":false}]})");
        file.close();
        const QStringList import{"import", "calendar", file.fileName()};
        const QJsonObject first = ok(import).first();
        QCOMPARE(first["accepted"], 2);
        QCOMPARE(first["refused"], 0);
        QCOMPARE(ok(import).first()["unchanged"], 2);
        const QString number =
            opened(R"({"kind":"application","title":"开户","happened_at":"2015-12-31T16:00"})");
        QCOMPARE(clock(number, "review")["due"], "2016-01-03T17:30:00+08:00");

        // A half day, for the office alone; and hours that nobody can read.
        ok({"calendar", "add", "day=2016-02-05", "kind=work", "own_hours=08:30-12:00",
            "hours=office"});
        const ToolRun odd =
            run({"service_hours", "add", "code=hall", "name=营业厅", "monday=8点半到5点"});
        QCOMPARE(odd.code, 1);
        QVERIFY2(odd.error.startsWith("monday: "), qPrintable(odd.error));
        ok({"service_hours", "add", "code=hall", "name=营业厅", "monday=09:00-18:00"});
        ok({"standards", "add", "clock=review", "unit=营业厅", "minutes=60", "hours=hall"});
        const QString counter = opened(
            R"({"kind":"application","title":"开户","unit":"营业厅","happened_at":"2016-02-05T10:00"})");
        QCOMPARE(clock(counter, "review")["due"], "2016-02-08T10:00:00+08:00");
        const ToolRun both = run({"standards", "add", "clock=review", "minutes=60", "days=1"});
        QCOMPARE(both.code, 1);
        QVERIFY2(both.error.startsWith("minutes: "), qPrintable(both.error));
    }
};

QTEST_GUILESS_MAIN(CtlMattersTest)
#include "ctl_matters_test.moc"
