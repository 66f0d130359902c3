// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serving.h"
#include "support/stub_georeport.h"
#include "support/tool.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::StubGeoReport;
using support::ToolRun;
using support::WebAnswer;
using support::WebQuestion;

/// The online channel as an administrator sets it up and a script runs it in the night.
class CtlOnlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aServiceIsSetUpAskedAndTold();
    void whatIsWrongIsSaid();
    void aFolderIsEmptied();
    void twoDesksThatAskedApartHoldOneTicket();
    void servingAsksByItself();
    void besideAnOpenDeskNothingIsAsked();

private:
    ToolRun run(const QStringList &words) const
    {
        return support::Tool(m_folder->filePath(u"desk"_s)).run(words);
    }
    ToolRun ok(const QStringList &words) const
    {
        const ToolRun done = run(words);
        if (done.code != 0)
            QTest::qFail(done.told(), __FILE__, __LINE__);
        return done;
    }
    QString written(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) >= 0;
        return isWritten ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

QString now(int minutesAgo = 60)
{
    return QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo).toString(Qt::ISODate);
}

} // namespace

void CtlOnlineTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ok({u"init"_s, u"--company"_s, u"幸福物业公司"_s, u"--admin"_s, u"wang"_s});
}

void CtlOnlineTest::aServiceIsSetUpAskedAndTold()
{
    StubGeoReport stub;
    const QString key = written(u"key"_s, "geheim-4711\n");
    const QString mapping = written(u"map.json"_s,
        R"({"fields": {"kind": {"constant": "enquiry"},
            "line": {"column": "service_code", "values": {"W": "water"}, "default": "other"}}})");
    const ToolRun added = ok({u"online"_s, u"add"_s, u"市民热线"_s, stub.url(), u"--api-key-file"_s,
        key, u"--mapping"_s, mapping, u"--status"_s, u"post"_s, u"--overlap"_s, u"300"_s});
    QVERIFY(!added.output.contains("geheim"));
    QCOMPARE(added.first()["api_key"_L1].toBool(), true);
    QCOMPARE(added.first()["overlap"_L1].toInt(), 300);

    stub.add(u"14-1"_s, now(), {{u"service_code"_s, u"W"_s}, {u"address"_s, u"幸福里3栋"_s}});
    stub.add({{u"status"_s, u"open"_s}});
    ToolRun pulled = ok({u"online"_s, u"pull"_s});
    QCOMPARE(pulled.first()["service"_L1].toString(), u"市民热线"_s);
    QCOMPARE(pulled.first()["accepted"_L1].toInt(), 1);
    QCOMPARE(pulled.first()["refused"_L1].toInt(), 1);
    QVERIFY(pulled.error.contains(u"neither a number nor a token"_s));
    pulled = ok({u"online"_s, u"pull"_s, u"市民热线"_s});
    QCOMPARE(pulled.first()["unchanged"_L1].toInt(), 1);

    const ToolRun tickets = ok({u"tickets"_s, u"--where"_s, u"channel=online"_s});
    QCOMPARE(tickets.lines.size(), 1);
    const QString number = tickets.first()["number"_L1].toString();
    ok({u"ticket"_s, u"do"_s, number, u"answer"_s, u"reply=五点来水"_s});
    QCOMPARE(ok({u"online"_s, u"pull"_s}).first()["status_sent"_L1].toInt(), 1);
    QCOMPARE(ok({u"online"_s, u"pull"_s}).first()["status_sent"_L1].toInt(), 0);
    QCOMPARE(stub.forms(u"14-1"_s).size(), 1);

    const ToolRun listed = ok({u"online"_s, u"list"_s});
    QCOMPARE(listed.lines.size(), 1);
    QVERIFY(listed.first()["error"_L1].isNull());
    QVERIFY(!listed.first()["success"_L1].isNull());
    ok({u"online"_s, u"remove"_s, u"市民热线"_s});
    QVERIFY(ok({u"online"_s, u"list"_s}).lines.isEmpty());
    QCOMPARE(ok({u"verify"_s}).code, 0);
}

void CtlOnlineTest::whatIsWrongIsSaid()
{
    StubGeoReport stub;
    const QString strange = written(u"map.json"_s, R"({"fields": {"colour": "x"}})");
    QCOMPARE(run({u"online"_s, u"add"_s, u"a"_s, u"ftp://x/"_s}).code, 1);
    QCOMPARE(run({u"online"_s, u"add"_s, u"a"_s, u"http://me:pw@x/"_s}).code, 1);
    QCOMPARE(run({u"online"_s, u"add"_s, u"a/b"_s, stub.url()}).code, 1);
    QCOMPARE(run({u"online"_s, u"add"_s, u"a"_s, stub.url(), u"--status"_s, u"fax"_s}).code, 2);
    QCOMPARE(run({u"online"_s, u"add"_s, u"a"_s, stub.url(), u"--mapping"_s, strange}).code, 1);
    QCOMPARE(
        run({u"online"_s, u"add"_s, u"a"_s, stub.url(), u"--api-key-file"_s, u"/no"_s}).code, 1);
    QCOMPARE(run({u"online"_s, u"pull"_s, u"a"_s}).code, 1);
    QCOMPARE(run({u"online"_s}).code, 2);
    QCOMPARE(run({u"online"_s, u"sing"_s}).code, 2);
    QVERIFY(ok({u"online"_s, u"list"_s}).lines.isEmpty());

    stub.answerInstead([](const WebQuestion &) { return WebAnswer{.status = 403}; });
    ok({u"online"_s, u"add"_s, u"a"_s, stub.url()});
    QCOMPARE(run({u"online"_s, u"add"_s, u"b"_s, stub.url()}).code, 1); // the same source
    const ToolRun failed = run({u"online"_s, u"pull"_s});
    QCOMPARE(failed.code, 3);
    QVERIFY(failed.error.contains(u"403"_s));
    QVERIFY(ok({u"online"_s, u"list"_s}).first()["error"_L1].toString().contains(u"403"_s));
}

void CtlOnlineTest::aFolderIsEmptied()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    written(u"in/a.json"_s, R"([{"service_request_id": 7, "service_name": "漏水"}])");
    written(u"in/b.xml"_s, "<html/>");
    const QStringList drop{u"online"_s, u"drop"_s, m_folder->filePath(u"in"_s)};
    QVERIFY(ok(drop).lines.isEmpty()); // too young
    const ToolRun emptied = ok(drop + QStringList{u"--age"_s, u"0"_s});
    QCOMPARE(emptied.lines.size(), 2);
    QVERIFY(QFile::exists(m_folder->filePath(u"in/done/a.json"_s)));
    QVERIFY(QFile::exists(m_folder->filePath(u"in/refused/b.xml.reason.txt"_s)));
    QCOMPARE(ok({u"tickets"_s, u"--count"_s}).first()["count"_L1].toInt(), 1);
    QCOMPARE(run({u"online"_s, u"drop"_s, u"/no/such"_s}).code, 1);
    // A desk's own folder is left as it is.
    const QString desk = m_folder->filePath(u"desk"_s);
    QCOMPARE(run({u"online"_s, u"drop"_s, desk, u"--age"_s, u"0"_s}).code, 1);
    QVERIFY(!QFile::exists(desk + u"/refused"_s));
    QCOMPARE(ok({u"verify"_s}).code, 0);
}

void CtlOnlineTest::twoDesksThatAskedApartHoldOneTicket()
{
    StubGeoReport stub;
    const support::Tool other(m_folder->filePath(u"other"_s));
    {
        support::Serving serving(m_folder->filePath(u"desk"_s));
        const QString address = serving.address();
        const ToolRun invited = ok({u"invite"_s});
        const ToolRun paired =
            other.run({u"pair"_s, address, u"--code"_s, invited.first()["code"_L1].toString()});
        QVERIFY2(paired.code == 0, paired.told());
        QCOMPARE(serving.end(), 0);
    }
    stub.add(u"1"_s, now());
    for (const support::Tool &tool : {support::Tool(m_folder->filePath(u"desk"_s)), other}) {
        QCOMPARE(tool.run({u"online"_s, u"add"_s, u"a"_s, stub.url()}).code, 0);
        const ToolRun pulled = tool.run({u"online"_s, u"pull"_s});
        QCOMPARE(pulled.first()["accepted"_L1].toInt(), 1);
    }
    support::Serving serving(m_folder->filePath(u"desk"_s));
    const ToolRun synced = other.run({u"sync"_s, serving.address(), u"--once"_s});
    QVERIFY2(synced.code == 0, synced.told());
    QCOMPARE(serving.end(), 0);
    for (const support::Tool &tool : {support::Tool(m_folder->filePath(u"desk"_s)), other}) {
        QCOMPARE(tool.run({u"tickets"_s, u"--count"_s}).first()["count"_L1].toInt(), 1);
        QCOMPARE(tool.run({u"verify"_s}).code, 0);
        QCOMPARE(tool.run({u"online"_s, u"pull"_s}).first()["unchanged"_L1].toInt(), 1);
    }
    QCOMPARE(run({u"digest"_s}).first()["projection"_L1].toString(),
        other.run({u"digest"_s}).first()["projection"_L1].toString());
}

void CtlOnlineTest::servingAsksByItself()
{
    StubGeoReport stub;
    stub.add(u"1"_s, now());
    ok({u"online"_s, u"add"_s, u"a"_s, stub.url()});
    support::Serving serving(m_folder->filePath(u"desk"_s), {u"--online"_s});
    QVERIFY(!serving.address().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(
        ok({u"tickets"_s, u"--count"_s}).first()["count"_L1].toInt(), 1, 30'000);
    QCOMPARE(serving.end(), 0);
}

/// How far a round got could not be remembered there.
void CtlOnlineTest::besideAnOpenDeskNothingIsAsked()
{
    StubGeoReport stub;
    ok({u"online"_s, u"add"_s, u"a"_s, stub.url()});
    support::Serving serving(m_folder->filePath(u"desk"_s));
    QVERIFY(!serving.address().isEmpty());
    const ToolRun pulled = run({u"online"_s, u"pull"_s});
    QCOMPARE(pulled.code, 3);
    QVERIFY(!pulled.error.isEmpty());
    QVERIFY(stub.web().questions().isEmpty());
    QCOMPARE(ok({u"online"_s, u"list"_s}).lines.size(), 1);
    QCOMPARE(serving.end(), 0);
}

QTEST_GUILESS_MAIN(CtlOnlineTest)
#include "ctl_online_test.moc"
