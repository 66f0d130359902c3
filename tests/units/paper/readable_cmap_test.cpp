// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/pdf_text.h"
#include "paper/readable_cmap.h"

#include <QTest>

using namespace ui::paper;

class ReadableCmapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEachGlyphByItsOwn();
    void replacesTabAndRareDash();
    void leavesAlienBytesAlone_data();
    void leavesAlienBytesAlone();
};

namespace
{
QByteArray cmap(const QByteArray &ranges)
{
    return "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + ranges
        + "endbfrange\nendcmap\n";
}
} // namespace

void ReadableCmapTest::namesEachGlyphByItsOwn()
{
    const QByteArray table = cmap("3 beginbfrange\n<0000> <0000> <0000>\n<0001> <0003> <4E01>\n"
                                  "<0004> <0005> [<5E38> <89C4> ]\n");
    const QByteArray result = readableCmap(table, Readable());
    for (const char *line : {"5 beginbfchar\n", "<0001> <4E01>\n", "<0003> <4E03>\n",
             "<0004> <5E38>\n", "<0005> <89C4>\n"})
        QVERIFY2(result.contains(line), result.constData());
    QVERIFY(result.endsWith("endbfchar\nendcmap\n"));
    QVERIFY(!result.contains("<0000> <0000>"));
}

void ReadableCmapTest::replacesTabAndRareDash()
{
    const QByteArray table = cmap("2 beginbfrange\n<0001> <0001> <0009>\n<0002> <0002> <2012>\n");
    const QByteArray result = readableCmap(table, Readable());
    QVERIFY(result.contains("<0001> <0020>\n"));
    QVERIFY(result.contains("<0002> <2013>\n"));
}

void ReadableCmapTest::leavesAlienBytesAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no PDF") << QByteArray("hello /ToUnicode 3 0 R");
    QTest::newRow("table beyond the end")
        << QByteArray("/ToUnicode 1 0 R\nstartxref\n99999\n%%EOF\n");
    QTest::newRow("object beyond the end")
        << QByteArray("/ToUnicode 1 0 R\nxref\n0 2\n0000000000 65535 f \n0000099999 00000 n \n"
                      "trailer\n<<\n>>\nstartxref\n17\n%%EOF\n");
}

void ReadableCmapTest::leavesAlienBytesAlone()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(withReadableText(bytes), bytes);
}

QTEST_MAIN(ReadableCmapTest)
#include "readable_cmap_test.moc"
