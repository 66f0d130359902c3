// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "items/register_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace support;
using items::RegisterModel;

class RegisterModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsUpWithItsRegister();
    void answersBeforeItWasRead();
};

void RegisterModelTest::keepsUpWithItsRegister()
{
    SmallDesk desk;
    const Id nine = desk.addGrid(QStringLiteral("09"), u"和平"_qs);
    desk.addGrid(QStringLiteral("03"), u"建设"_qs);
    RegisterModel grids(sourceOf(desk), Register::Grid);
    const QAbstractItemModelTester tester(
        &grids, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QObject::connect(&desk.desk(), &Desk::committed, &grids, &RegisterModel::takeIn);
    QTRY_VERIFY(grids.isComplete());
    QSignalSpy resets(&grids, &QAbstractItemModel::modelReset);
    const auto codes = [&grids] {
        QStringList codes;
        for (int row = 0; row < grids.rowCount(); ++row)
            codes << grids.index(row).data(RegisterModel::CodeRole).toString();
        return codes.join(u' ');
    };
    QCOMPARE(codes(), QStringLiteral("03 09"));

    desk.addGrid(QStringLiteral("07"), u"幸福北"_qs);
    desk.addPerson(QStringLiteral("li"), u"李明"_qs, QStringLiteral("chief"));
    QTRY_COMPARE(codes(), QStringLiteral("03 07 09"));
    desk.submit(PutRow{Register::Grid, nine, {{grid::Code, QStringLiteral("01")}}, {}});
    QTRY_COMPARE(codes(), QStringLiteral("01 03 07"));
    QCOMPARE(grids.find(nine)->values.text(grid::Name), u"和平"_qs);
    desk.submit(RemoveRow{Register::Grid, nine});
    QTRY_COMPARE(codes(), QStringLiteral("03 07"));
    QVERIFY(!grids.find(nine));
    QCOMPARE(grids.index(1).data().toString(), u"幸福北"_qs);
    QCOMPARE(resets.count(), 0);
}

void RegisterModelTest::answersBeforeItWasRead()
{
    SmallDesk desk;
    const Id nine = desk.addGrid(QStringLiteral("09"), u"和平"_qs);
    RegisterModel grids(sourceOf(desk), Register::Grid);
    QVERIFY(!grids.isComplete());
    QVERIFY(grids.find(nine));
    QCOMPARE(grids.all().size(), 1);
    QVERIFY(grids.isComplete());
}

QTEST_GUILESS_MAIN(RegisterModelTest)
#include "register_model_test.moc"
