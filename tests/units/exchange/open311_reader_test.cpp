// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_support.h"

#include "exchange/open311_reader.h"

using namespace exchange;

// Answers of services, as they are and as they shouldn't be.
class Open311ReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAndTextsAreTheSame();
    void missingAndEmptyMembersAreNone();
    void xmlSaysWhatJsonSays();
    void aFaultyOneHoldsUpNoOther();
    void whatIsNoAnswerIsRefused_data();
    void whatIsNoAnswerIsRefused();
    void theServicesOwnWordsAreToldOn();
    void realAnswers();

private:
    static QVector<Open311Request> read(const QByteArray &body)
    {
        const auto answer = readOpen311(body, "application/json", "x");
        if (const auto *refusal = std::get_if<FileRefusal>(&answer))
            qWarning("%s", qPrintable(refusal->line()));
        const auto *requests = std::get_if<QVector<Open311Request>>(&answer);
        return requests ? *requests : QVector<Open311Request>();
    }
};

void Open311ReaderTest::numbersAndTextsAreTheSame()
{
    const auto all = read(R"([{"service_request_id": 101005420892, "lat": 43.691104288,
        "long": "-79.272306875"}, {"service_request_id": "14-0110"}, {"service_request_id": 7.0}])");
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].id, "101005420892");
    QCOMPARE(all[0].text("lat"), "43.691104288");
    QCOMPARE(all[0].text("long"), "-79.272306875");
    QCOMPARE(all[1].id, "14-0110");
    QCOMPARE(all[2].id, "7");
}

void Open311ReaderTest::missingAndEmptyMembersAreNone()
{
    const auto all = read("\xef\xbb\xbf"
                          R"({"service_requests": [{"token": "t1", "address": null,
        "updated_datetime": "", "status_notes": "  \u200b ", "extended": {"a": {"b": 1}},
        "media_url": ["http://x/1.jpg", ""]}]})");
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].id, "");
    QCOMPARE(all[0].token, "t1");
    QCOMPARE(all[0].fault, "");
    QCOMPARE(all[0].fields, (QHash<QString, QString>{{"extended.a.b", "1"}}));
    QCOMPARE(all[0].media, QStringList{"http://x/1.jpg"});
    QCOMPARE(read("[]").size(), 0);
    QCOMPARE(read(R"({"service_request_id": 1})").size(), 1);
}

void Open311ReaderTest::xmlSaysWhatJsonSays()
{
    const auto all = read(R"(<?xml version="1.0" encoding="utf-8"?>
<service_requests type="array"><count>2</count>
  <request><service_request_id> 638344 </service_request_id><status>CLOSED</status>
    <description>A &amp; B &#x4E00;</description><updated_datetime/><long>-1.5</long><lat>2</lat>
    <extended><a>1</a></extended><media_url>http://x/1.jpg</media_url></request>
  <request><token>12345</token></request>
</service_requests>)");
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].id, "638344");
    QVERIFY(all[0].isClosed());
    QCOMPARE(all[0].text("description"), QString::fromUtf8("A & B 一"));
    QCOMPARE(all[0].text("long"), "-1.5");
    QCOMPARE(all[0].text("extended.a"), "1");
    QVERIFY(!all[0].fields.contains("updated_datetime"));
    QCOMPARE(all[0].media, QStringList{"http://x/1.jpg"});
    QCOMPARE(all[1].token, "12345");
    QVERIFY(!all[1].isClosed());
}

void Open311ReaderTest::aFaultyOneHoldsUpNoOther()
{
    const auto all = read(R"([{"status": "open"}, {"service_request_id": {"x": 1}}, 5, null,
        {"service_request_id": "a\u0007b"}, {"service_request_id": 1e300},
        {"service_request_id": "1"}])");
    QCOMPARE(all.size(), 7);
    QStringList good;
    for (const Open311Request &request : all) {
        if (request.fault.isEmpty())
            good << request.id;
    }
    // What no person types is taken out of a number.
    QCOMPARE(good, QStringList({"ab", "1"}));
}

void Open311ReaderTest::whatIsNoAnswerIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>404</body></html>");
    QTest::newRow("other XML") << QByteArray("<services><service/></services>");
    QTest::newRow("other JSON") << QByteArray(R"({"message": "hello"})");
    QTest::newRow("cut JSON") << QByteArray(R"([{"service_request_id": "1"}, {"serv)");
    QTest::newRow("cut XML") << QByteArray("<service_requests><request><status>open</status>");
    QTest::newRow("deep JSON") << QByteArray("[").repeated(100'000);
    QTest::newRow("deep XML") << QByteArray("<service_requests><request>")
            + QByteArray("<a>").repeated(100'000);
    QTest::newRow("too many") << QByteArray("[") + QByteArray(R"({"token":"1"},)").repeated(6000)
            + R"({"token":"1"}])";
    QTest::newRow("too large") << QByteArray((16 << 20) + 1, ' ');
    QTest::newRow("document type")
        << QByteArray(R"(<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>
        <service_requests><request><description>&e;</description></request></service_requests>)");
    QTest::newRow("unknown entity") << QByteArray("<service_requests><request><description>&e;"
                                                  "</description></request></service_requests>");
    QTest::newRow("bytes") << QByteArray("\x00\x01\x02\x03", 4);
}

void Open311ReaderTest::whatIsNoAnswerIsRefused()
{
    QFETCH(QByteArray, body);
    const auto answer = readOpen311(body, "application/json", "https://x/requests.json");
    const auto *refusal = std::get_if<FileRefusal>(&answer);
    QVERIFY(refusal);
    QVERIFY(!refusal->what.isEmpty());
    QCOMPARE(refusal->where, "https://x/requests.json");
}

void Open311ReaderTest::theServicesOwnWordsAreToldOn()
{
    for (const char *body : {R"([{"code": 403, "description": "jurisdiction_id is missing"}])",
             "<errors><error><code>403</code><description>jurisdiction_id is missing"
             "</description></error></errors>"}) {
        const auto answer = readOpen311(body, {}, "x");
        const auto *refusal = std::get_if<FileRefusal>(&answer);
        QVERIFY(refusal);
        QVERIFY2(refusal->what.contains("jurisdiction_id is missing"), qPrintable(refusal->what));
    }
}

void Open311ReaderTest::realAnswers()
{
    for (const auto &[name, count] : {std::pair("requests_many.xml", 2), {"requests_single.xml", 1},
             {"service_requests.json", 2}}) {
        QFile file(tables::shared(QStringLiteral("open311/") + name));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("The shared test data are not here.");
        const auto all = read(file.readAll());
        QCOMPARE(all.size(), count);
        for (const Open311Request &request : all) {
            QVERIFY(!request.id.isEmpty() && request.fault.isEmpty());
            QVERIFY(!request.text("requested_datetime").isEmpty());
            QVERIFY(request.text("lat").toDouble() > 40 && request.text("long").toDouble() < -70);
        }
    }
}

QTEST_GUILESS_MAIN(Open311ReaderTest)
#include "open311_reader_test.moc"
