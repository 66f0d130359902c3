// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_support.h"

#include "exchange/text_decoder.h"

#include <unicode/ucnv.h>

using namespace tables;

namespace
{

QByteArray encoded(const QString &text, const char *encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    QByteArray bytes(text.size() * 4 + 16, '\0');
    const auto *source = reinterpret_cast<const UChar *>(text.constData());
    bytes.resize(ucnv_fromUChars(
        converter, bytes.data(), int32_t(bytes.size()), source, int32_t(text.size()), &status));
    ucnv_close(converter);
    return U_SUCCESS(status) ? bytes : QByteArray();
}

const QString complaint =
    QStringLiteral("标题,地址\n小区漏水，物业不理,景蓉花苑3栋\n停车收费问题,西地省\n");
const QString traditional =
    QStringLiteral("標題,地址\n社區漏水，沒有人處理,中正路三號\n停車收費問題,臺北市\n");

} // namespace

class EncodingTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Table read(const QByteArray &text, const char *encoding = "")
    {
        return readAll(written(m_folder, QStringLiteral("table.csv"), text),
            {QString::fromLatin1(encoding), {}});
    }

private Q_SLOTS:
    void found_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, const QByteArray &bytes, const char *encoding,
                             const QString &text) {
            QTest::newRow(name) << bytes << QString::fromLatin1(encoding) << text;
        };
        const QString western = QStringLiteral("name,street\nJosé Müller,Größenstraße 3 25°C\n");
        const QString rare = complaint + QStringLiteral("𠮷㐂,\ue5e5\n");
        add("ascii", "a,b\n1,2\n", "UTF-8", QStringLiteral("a,b\n1,2\n"));
        add("utf-8", complaint.toUtf8(), "UTF-8", complaint);
        add("utf-8 with mark", "\xef\xbb\xbf" + complaint.toUtf8(), "UTF-8", complaint);
        add("utf-16le with mark", "\xff\xfe" + encoded(complaint, "UTF-16LE"), "UTF-16LE",
            complaint);
        add("utf-16be with mark", "\xfe\xff" + encoded(complaint, "UTF-16BE"), "UTF-16BE",
            complaint);
        add("gbk text", encoded(complaint, "GBK"), "GB18030", complaint);
        add("gb18030", encoded(rare, "GB18030"), "GB18030", rare);
        // Only GBK, as Windows has it, knows the byte 80.
        add("gbk with euro",
            encoded(complaint, "GBK")
                + "\x80"
                  "5,1\n",
            "GBK", complaint + QStringLiteral("€5,1\n"));
        add("two characters in gbk", encoded(QStringLiteral("姓名\nx\n"), "GBK"), "GB18030",
            QStringLiteral("姓名\nx\n"));
        add("big5", encoded(traditional, "Big5"), "Big5", traditional);
        add("latin-1", encoded(western, "ISO-8859-1"), "ISO-8859-1", western);
        add("a lone degree sign",
            "a,b\n21\xb0"
            "C,2\n",
            "ISO-8859-1", QStringLiteral("a,b\n21°C,2\n"));
    }

    void found()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        QFETCH(QString, text);
        QVERIFY(!bytes.isEmpty());
        const Table table = read(bytes);
        QVERIFY2(!table.refusal, qPrintable(table.refusal ? table.refusal->line() : QString()));
        QCOMPARE(table.encoding, encoding);
        QStringList lines{table.columns.join(u',')};
        for (const QStringList &row : table.rows)
            lines.append(row.join(u','));
        QCOMPARE(lines.join(u'\n') + u'\n', text);
    }

    // What tells the encoding may lie far behind the first megabyte.
    void foundFarBehind()
    {
        QByteArray bytes = "title,place\n";
        while (bytes.size() < 3 << 20)
            bytes += "plain ascii,somewhere\n";
        const Table table = read(bytes + encoded(complaint, "GBK"));
        QCOMPARE(table.encoding, QStringLiteral("GB18030"));
        QCOMPARE(table.rows.last()[0], QStringLiteral("停车收费问题"));
    }

    void realFileIsGb18030AndNotGbk()
    {
        const QString path = shared(QStringLiteral("csv/citizen_replies_gb18030.csv"));
        if (!QFile::exists(path))
            QSKIP("the citizens' replies are not at hand");
        const Table found = readAll(path);
        QVERIFY2(!found.refusal, qPrintable(found.refusal ? found.refusal->line() : QString()));
        QCOMPARE(found.encoding, QStringLiteral("GB18030"));
        const Table named = readAll(path, {QStringLiteral("GB18030"), {}});
        QCOMPARE(named.rows, found.rows);
        QCOMPARE(found.rows.size(), 2816);

        const Table wrong = readAll(path, {QStringLiteral("GBK"), {}});
        QVERIFY(wrong.refusal);
        QVERIFY(wrong.rows.isEmpty());
        QCOMPARE(wrong.refusal->what, QStringLiteral("The text is not GBK"));
        QVERIFY2(wrong.refusal->where.startsWith(QStringLiteral("byte 24690 of ")),
            qPrintable(wrong.refusal->where));
    }

    void namedEncodingIsTaken()
    {
        QCOMPARE(
            read(encoded(complaint, "UTF-16LE"), "utf-16le").rows[1][1], QStringLiteral("西地省"));
        QCOMPARE(read(encoded(traditional, "Big5"), "big5").encoding, QStringLiteral("Big5"));
        const QByteArray japanese = encoded(QStringLiteral("題名\n漏水\n"), "Shift_JIS");
        QCOMPARE(read(japanese, "Shift_JIS").rows[0][0], QStringLiteral("漏水"));
    }

    void unknownEncodingIsRefused()
    {
        for (const char *name : {"klingon", "UTF-9", "???"}) {
            const Table table = read("a\n1\n", name);
            QVERIFY(table.refusal);
            QVERIFY(table.refusal->what.contains(QString::fromLatin1(name)));
            QVERIFY(table.refusal->advice.contains(QStringLiteral("GB18030")));
        }
    }

    void damageIsRefusedWithItsByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<qint64>("badByte");
        const QByteArray utf8 = complaint.toUtf8();
        const QByteArray gb = encoded(complaint, "GBK");
        const auto add = [](const char *name, const QByteArray &bytes, const char *encoding,
                             qint64 badByte) {
            QTest::newRow(name) << bytes << QByteArray(encoding) << badByte;
        };
        add("utf-8, found", utf8 + "\xff,1\n", "", utf8.size());
        add("utf-8, named", utf8 + "\xff,1\n", "UTF-8", utf8.size());
        add("utf-8, cut off", utf8 + "\xe6\xbc", "UTF-8", utf8.size());
        add("surrogate in utf-8", utf8 + "\xed\xa0\x80,1\n", "UTF-8", utf8.size());
        add("overlong utf-8", utf8 + "\xc0\xaf,1\n", "UTF-8", utf8.size());
        add("gb18030, found", gb + "\xff\xff,1\n", "", gb.size());
        add("gb18030, cut off", gb + "\xd6", "GB18030", gb.size());
        add("half a pair in utf-16",
            QByteArray("a\0\n\0\x00\xd8"
                       "b\0",
                8),
            "UTF-16LE", 4);
    }

    void damageIsRefusedWithItsByte()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, encoding);
        QFETCH(qint64, badByte);
        const Table table = read(bytes, encoding.constData());
        QVERIFY(table.refusal);
        QVERIFY(table.rows.isEmpty());
        QVERIFY2(table.refusal->where.startsWith(QStringLiteral("byte %1 of ").arg(badByte)),
            qPrintable(table.refusal->line()));
    }

    void chunksMayCutCharacters()
    {
        const QString text = complaint.repeated(3) + QStringLiteral("𠮷㐂");
        for (const char *encoding : {"UTF-8", "UTF-16LE", "GB18030"}) {
            const QByteArray bytes = encoded(text, encoding);
            exchange::TextDecoder decoder(QString::fromLatin1(encoding));
            QByteArray utf8;
            for (qsizetype i = 0; i < bytes.size(); ++i)
                QVERIFY(decoder.decode({bytes.constData() + i, 1}, i + 1 == bytes.size(), &utf8));
            QCOMPARE(QString::fromUtf8(utf8), text);
        }
    }
};

QTEST_GUILESS_MAIN(EncodingTest)
#include "encoding_test.moc"
