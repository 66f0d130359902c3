// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/cut.h"

#include <QTest>

using reports::Cut;

class CutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndRead();
    void refusesWhatIsNoCut_data();
    void refusesWhatIsNoCut();
};

void CutTest::isWrittenAndRead()
{
    const Cut cut{1234, 1'795'156'325'000};
    QCOMPARE(cut.text(), QStringLiteral("1234@2026-11-20T06:32:05Z"));
    QCOMPARE(Cut::parse(cut.text()), cut);
    QCOMPARE(Cut::parse(QStringLiteral("1234")), (Cut{1234, 0}));
}

void CutTest::refusesWhatIsNoCut_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "0", "-3", "x", "@2026-11-20T06:32:05Z", "12@", "12@yesterday",
             "12@2026-11-20T06:32:05"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void CutTest::refusesWhatIsNoCut()
{
    QFETCH(QString, text);
    QVERIFY(!Cut::parse(text));
}

QTEST_GUILESS_MAIN(CutTest)
#include "cut_test.moc"
