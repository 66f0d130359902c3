// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_support.h"

#include "exchange/json_reader.h"

using namespace tables;

/// Lists of records as JSON, and what isn't one.
class JsonReaderTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &text)
    {
        return written(m_folder, QStringLiteral("records.json"), text);
    }

private Q_SLOTS:
    void anArrayOfRecords()
    {
        const Table table =
            readAll(file("[{\"name\":\"元旦\",\"off\":true},{\"off\":false,\"day\":3},{}]"));
        QCOMPARE(table.columns, QStringList({"name", "off", "day"}));
        QCOMPARE(table.rows.size(), 3);
        QCOMPARE(table.rows.at(0), QStringList({"元旦", "true", ""}));
        QCOMPARE(table.rows.at(1), QStringList({"", "false", "3"}));
    }

    void aMemberThatIsTheList()
    {
        const Table table = readAll(
            file("\xef\xbb\xbf "
                 "{\"year\":2027,\"papers\":[\"x\"],\"days\":[{\"date\":\"2027-01-01\"}]}"));
        QCOMPARE(table.columns, QStringList({"date"}));
        QCOMPARE(table.rows.size(), 1);
    }

    void whatIsNoList_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("broken off") << QByteArray("[{\"name\":\"元");
        QTest::newRow("no records") << QByteArray("{\"year\":2027,\"days\":[]}");
        QTest::newRow("numbers") << QByteArray("[1,2,3]");
        QTest::newRow("empty") << QByteArray("[]");
        QTest::newRow("deeper than anybody writes") << QByteArray(100'000, '[');
    }

    void whatIsNoList()
    {
        QFETCH(QByteArray, text);
        const auto opened = exchange::openTable(file(text));
        const auto *refusal = std::get_if<exchange::FileRefusal>(&opened);
        QVERIFY(refusal);
        QVERIFY(!refusal->advice.isEmpty());
    }

    void aMapIsNoList()
    {
        QVERIFY(!exchange::isRecords("{\"type\":\"FeatureCollection\",\"features\":[]}"));
        QVERIFY(!exchange::isRecords("{\"features\":[{\"geometry\":null}]}"));
        QVERIFY(!exchange::isRecords("a,b\n1,2\n"));
        QVERIFY(exchange::isRecords("  [{\"a\":1}]"));
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "json_reader_test.moc"
