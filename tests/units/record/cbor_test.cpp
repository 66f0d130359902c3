// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/cbor.h"
#include "record/cbor_form.h"
#include "record/entry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QTest>

using namespace record;

// What is CBOR, what of it is written in the only way that the record knows, and what is refused. The vectors of RFC 8949 are the
// measure where they are at hand; the table holds on its own.
class CborTest : public QObject
{
    Q_OBJECT

    static QJsonArray vectors(const char *name)
    {
        const QString folder = qEnvironmentVariable(
            "GRIDDESK_SHARED_DATA", QStringLiteral(GRIDDESK_SOURCE_DIR "/../shared/data"));
        QFile file(folder + QStringLiteral("/cbor/") + QLatin1StringView(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                              : QJsonArray();
    }

    static QByteArray bytesOf(const QJsonValue &vector)
    {
        return QByteArray::fromHex(vector[u"hex"].toString().toLatin1());
    }

    /// Stands among both; RFC 8949 calls a simple value below 32 in two bytes not well-formed.
    static bool isDisputed(const QByteArray &bytes) { return bytes == QByteArray("\xf8\x18", 2); }

    static bool skip(QCborStreamReader &reader)
    {
        while (reader.hasNext() && reader.lastError() == QCborError::NoError)
            reader.next();
        return reader.lastError() == QCborError::NoError;
    }

private Q_SLOTS:
    void hasTheForm_data();
    void hasTheForm();
    void depthHasALimit();
    void everyValidVectorIsDecoded();
    void everyInvalidVectorIsRefused();
    void theRecordRefusesInsideAnEntryToo_data();
    void theRecordRefusesInsideAnEntryToo();
};

Q_DECLARE_METATYPE(record::CborForm)

void CborTest::hasTheForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<CborForm>("form");
    const auto rows = [](CborForm form,
                          std::initializer_list<std::pair<const char *, const char *>> all) {
        for (const auto &[name, hex] : all)
            QTest::newRow(name) << QByteArray::fromHex(hex) << form;
    };
    rows(CborForm::Canonical,
        {{"zero", "00"}, {"23", "17"}, {"24", "1818"}, {"255", "18ff"}, {"256", "190100"},
            {"65536", "1a00010000"}, {"2^32", "1b0000000100000000"},
            {"the largest", "1b7fffffffffffffff"}, {"minus one", "20"},
            {"the smallest", "3b7fffffffffffffff"}, {"no bytes", "40"}, {"bytes", "43010203"},
            {"text",
                "66e6b0b4e7ae"
                "a1"},
            {"an array", "83010203"}, {"an empty map", "a0"}, {"a map", "a201200240"},
            {"keys by their bytes", "a3001720004000"}, {"false", "f4"}, {"true", "f5"},
            {"1.5", "fb3ff8000000000000"}});
    rows(CborForm::WellFormed,
        {{"zero in two bytes", "1800"}, {"23 in two bytes", "1817"}, {"255 in three", "1900ff"},
            {"65535 in five", "1a0000ffff"}, {"2^32-1 in nine", "1b00000000ffffffff"},
            {"2^63", "1b8000000000000000"}, {"-2^63-1", "3b8000000000000000"},
            {"a long length of bytes", "5801aa"}, {"a long length of text", "780161"},
            {"a long length of an array", "980100"}, {"a long length of a map", "b8010000"},
            {"bytes in chunks", "5f41004100ff"}, {"text in chunks", "7f6161ff"},
            {"an array without length", "9f00ff"}, {"a map without length", "bf0000ff"},
            {"keys out of order", "a202000100"}, {"one key twice", "a201000101"},
            {"longer key first",
                "a218180017"
                "00"},
            {"a tag", "c074323031332d30332d32315432303a30343a30305a"}, {"null", "f6"},
            {"undefined", "f7"}, {"a simple value", "f0"}, {"another", "f8ff"},
            {"half a number", "f93c00"}, {"a number in four bytes", "fa3fc00000"},
            {"broken letters", "62c328"}, {"half a letter", "61e6"}, {"a surrogate", "63eda080"}});
    rows(CborForm::Broken,
        {{"nothing", ""}, {"two items", "0000"}, {"half a length", "19ff"}, {"reserved", "1c"},
            {"a number without length", "1f"}, {"too few bytes", "4201"}, {"too few items", "8201"},
            {"a key without value", "a101"}, {"a stop alone", "ff"}, {"a stop in an array", "81ff"},
            {"an array that doesn't stop", "9f00"}, {"a map that stops within a pair", "bf00ff"},
            {"chunks of another kind", "5f6161ff"}, {"chunks in chunks", "5f5f4100ffff"},
            {"a tag of nothing", "c0"}, {"a tag without length", "df00"},
            {"simple 24 in two", "f818"}, {"simple 0 in two", "f800"},
            {"billions of items", "9bffffffffffffffff00"},
            {"billions of pairs", "bbffffffffffffffff00"},
            {"billions of bytes", "5bffffffffffffffff"}});
}

void CborTest::hasTheForm()
{
    QFETCH(QByteArray, bytes);
    QFETCH(CborForm, form);
    QCOMPARE(formOf(bytes), form);
    for (qsizetype size = 0; size < bytes.size() && form != CborForm::Broken; ++size)
        QCOMPARE(formOf(bytes.first(size)), CborForm::Broken);
}

void CborTest::depthHasALimit()
{
    QCOMPARE(formOf(QByteArray(31, '\x81') + '\x00'), CborForm::Canonical);
    QCOMPARE(formOf(QByteArray(32, '\x81') + '\x00'), CborForm::Broken);
    QCOMPARE(formOf(QByteArray(5'000'000, '\x81')), CborForm::Broken);
    QCOMPARE(formOf(QByteArray(5'000'000, '\xc1')), CborForm::Broken);
    QCOMPARE(formOf(QByteArray(5'000'000, '\x9f')), CborForm::Broken);
}

void CborTest::everyValidVectorIsDecoded()
{
    const QJsonArray valid = vectors("appendix_a.json");
    if (valid.isEmpty())
        QSKIP("the CBOR vectors are not at hand");
    int read = 0;
    for (const auto &vector : valid) {
        const QByteArray bytes = bytesOf(vector);
        if (isDisputed(bytes)) {
            QCOMPARE(formOf(bytes), CborForm::Broken);
            continue;
        }
        QVERIFY2(formOf(bytes) != CborForm::Broken, bytes.toHex().constData());
        QCborStreamReader library(bytes);
        QVERIFY2(skip(library), bytes.toHex().constData());
        if (formOf(bytes) != CborForm::Canonical)
            continue;
        CborReader in(bytes);
        const QJsonValue expected = vector[u"decoded"];
        const int major = quint8(bytes.front()) >> 5;
        if (major <= 1)
            QCOMPARE(in.number(), expected.toInteger());
        else if (major == 3)
            QCOMPARE(in.text(), expected.toString());
        else if (major == 4)
            QCOMPARE(in.array(), expected.toArray().size());
        else
            continue;
        QVERIFY(in.ok());
        ++read;
    }
    QVERIFY(read >= 25);
}

void CborTest::everyInvalidVectorIsRefused()
{
    const QJsonArray invalid = vectors("fail.json");
    if (invalid.isEmpty())
        QSKIP("the CBOR vectors are not at hand");
    QVERIFY(invalid.size() >= 568);
    for (const auto &vector : invalid) {
        const QByteArray bytes = bytesOf(vector);
        QVERIFY2(formOf(bytes) == CborForm::Broken, bytes.toHex().constData());
        QVERIFY(!decode(bytes));
    }
}

void CborTest::theRecordRefusesInsideAnEntryToo_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    // The body of the sample's event: [id, register, {0: "ab", 1: "cd"}, []].
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray::fromHex(from) << QByteArray::fromHex(to);
    };
    row("one key twice", "a20042616201426364", "a20042616200426364");
    row("keys out of order", "a20042616201426364", "a20142616200426364");
    row("a key of another kind", "a20042616201426364", "a20042616221426364");
    row("text for bytes", "a20042616201426364", "a20042616201626364");
    row("null for a value", "a20042616201426364", "a2004261620143f66364");
}

void CborTest::theRecordRefusesInsideAnEntryToo()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    Entry entry{.desk = domain::Id::named("desk"),
        .feed = domain::Id::named("feed"),
        .sequence = 1,
        .previous = chainStart()};
    entry.events = {domain::UnknownEvent{4'711,
        QByteArray::fromHex("84"
                            "4161"
                            "02")
            + QByteArray::fromHex("a20042616201426364") + '\x80'}};
    const QByteArray good = encode(entry);
    QVERIFY(decode(good));
    QByteArray bad = good;
    bad.replace(from, to);
    QVERIFY(bad != good);
    if (bad.size() == good.size() && formOf(QByteArray(to)) == CborForm::Canonical)
        QVERIFY(decode(bad)); // another entry
    else
        QVERIFY(!decode(bad));
}

QTEST_GUILESS_MAIN(CborTest)
#include "cbor_test.moc"
