// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_support.h"

#include "domain/ticket_fields.h"

using namespace domain;

// Tables of staff, grids, places and customers.
class ImportRegistersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staffIsKnownByLogin();
    void gridsAndPlacesFeedTheIntake();
    void customers_data();
    void customers();
    void shownInPlainAndKeptSealed();
    void rowWithoutItsCodeGetsOneProposed();
    void premisesAndHouseholdsFindTheirCustomer();
};

void ImportRegistersTest::staffIsKnownByLogin()
{
    support::SmallDesk small;
    small.addGrid(QStringLiteral("G01"), QStringLiteral("一号网格"));
    imports::Importer importer(small.desk());
    const QByteArray csv = "登录名,姓名,角色,所属网格\nli,李组长,网格长,G01\nzhao,赵网格员,member,"
                           "一号网格\nqian,钱某,飞行员,\n";
    QCOMPARE(importer.rows("staff", csv), "read 3, accepted 2, updated 0, unchanged 0, refused 1");
    QVERIFY2(
        importer.rejects().contains(QStringLiteral("4,role,")), qPrintable(importer.rejects()));
    QCOMPARE(importer.rows("staff", QByteArray(csv).replace("李组长", "李队长")),
        "read 3, accepted 0, updated 1, unchanged 1, refused 1");
    const auto li = small.read().findRowByCode(Register::Staff, QStringLiteral("li"));
    QCOMPARE(li->row.values.text(staff::Name), QStringLiteral("李队长"));
    QCOMPARE(li->row.values.text(staff::Role), QStringLiteral("chief"));
}

void ImportRegistersTest::gridsAndPlacesFeedTheIntake()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QCOMPARE(importer.rows("grids",
                 "编号,名称,网格长,户数\nG01,一号网格,wang,120\nG02,二号网格,,80\nG01,一号网格,"
                 "wang,121\n"),
        "read 3, accepted 2, updated 1, unchanged 0, refused 0");
    QCOMPARE(importer.rows("places",
                 "社区,地址,网格\n,文一路,G01\n,文二路,二号网格\n,文三路,G03\n,文一路,G01\n"),
        "read 4, accepted 2, updated 0, unchanged 1, refused 1");
    const QString number = small.open({{field::Kind, QStringLiteral("repair")},
        {field::Title, QStringLiteral("漏水")}, {field::Address, QStringLiteral("文一路7号")}});
    const Id grid = small.read().findTicket(number)->ticket.values[field::Grid].value<Id>();
    QCOMPARE(small.read().findRow(grid)->row.values.text(grid::Code), QStringLiteral("G01"));
}

/// As the water company's and the community's lists come: by number, by phone, by a name that one alone bears.
void ImportRegistersTest::premisesAndHouseholdsFindTheirCustomer()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QCOMPARE(importer.rows("customers",
                 "客户编号,姓名,电话,特殊群体\nC1,欧阳建国,138 0000 1234,独居老人、文明户\n"
                 "C2,李娜,13800005678,\nC3,李娜,13800005679,低保户\n"),
        "read 3, accepted 3, updated 0, unchanged 0, refused 0");
    const QByteArray premises = "户号,用水地址,水表号,房屋用途\nC1,幸福小区3栋501,SB1,住宅\n"
                                "138-0000-5678,幸福小区4栋101,SB2,商铺\n李娜,幸福小区5栋,SB3,\n";
    QCOMPARE(importer.rows("premises", premises),
        "read 3, accepted 2, updated 0, unchanged 0, refused 1");
    QVERIFY2(
        importer.rejects().contains(QStringLiteral("customer")), qPrintable(importer.rejects()));
    QCOMPARE(importer.rows("premises", premises),
        "read 3, accepted 0, updated 0, unchanged 2, refused 1");
    QCOMPARE(importer.rows("contacts",
                 "户主,成员姓名,手机号,与户主关系\n欧阳建国,欧阳小红,139-0000-5678,女儿\n"
                 "欧阳建国,欧阳小红,13900005678,女儿\n"),
        "read 2, accepted 1, updated 0, unchanged 1, refused 0");
    small.desk().indexPeopleNow();
    for (const QString &typed : {QStringLiteral("SB1"), QStringLiteral("oyxh")}) {
        const auto found = small.read().findCustomers(typed, 5);
        QCOMPARE(found.size(), 1);
        const Values &values = found[0].row.values;
        QCOMPARE(values.text(customer::SourceId), QStringLiteral("C1"));
        QCOMPARE(small.read().open(customer::Groups, values[customer::Groups]),
            QStringLiteral("elderly_alone,文明户"));
    }
}

void ImportRegistersTest::customers_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("counts");
    QTest::addColumn<int>("files");
    const auto row = [](const char *name, const char *csv, const char *counts, int files) {
        QTest::newRow(name) << QByteArray(csv) << QByteArray(counts) << files;
    };
    row("same name and phone", "姓名,电话,地址\n王芳,13000000001,一栋\n王芳,13000000001,一栋\n",
        "read 2, accepted 1, updated 0, unchanged 1, refused 0", 1);
    row("new address", "姓名,电话,地址\n王芳,13000000001,一栋\n王芳,13000000001,二栋\n",
        "read 2, accepted 1, updated 1, unchanged 0, refused 0", 1);
    row("same name, other phone", "姓名,电话\n王芳,13000000001\n王芳,13000000002\n",
        "read 2, accepted 2, updated 0, unchanged 0, refused 0", 2);
    row("same name, no phone, other address", "姓名,地址\n王芳,一栋\n王芳,二栋\n",
        "read 2, accepted 2, updated 0, unchanged 0, refused 0", 2);
    row("numbers at the source",
        "户号,姓名,电话\n1,王芳,13000000001\n1,王方,13000000001\n2,王方,13000000001\n",
        "read 3, accepted 2, updated 1, unchanged 0, refused 0", 2);
    row("nothing to know them by", "姓名,地址\n,一栋\n",
        "read 1, accepted 0, updated 0, unchanged 0, refused 1", 0);
}

void ImportRegistersTest::customers()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, counts);
    QFETCH(int, files);
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QCOMPARE(importer.rows("customers", csv), counts);
    QCOMPARE(small.read().countRows(Register::Customer), files);
}

void ImportRegistersTest::shownInPlainAndKeptSealed()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.rows("customers", "姓名,电话\n王芳,13000000001\n");
    const Values values = small.read().findRows(Register::Customer).constFirst().row.values;
    QCOMPARE(values[customer::Name].typeId(), int(QMetaType::QByteArray));
    QCOMPARE(small.read().open(customer::Name, values[customer::Name]), QStringLiteral("王芳"));
}

void ImportRegistersTest::rowWithoutItsCodeGetsOneProposed()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray csv = "login,name\n,无名\nli,\nli,李\n";
    QCOMPARE(importer.rows("staff", csv), "read 3, accepted 2, updated 0, unchanged 0, refused 1");
    QVERIFY(small.read().findRowByCode(Register::Staff, QStringLiteral("wuming")));
    QCOMPARE(importer.rows("staff", csv), "read 3, accepted 0, updated 0, unchanged 3, refused 0");
}

QTEST_GUILESS_MAIN(ImportRegistersTest)
#include "import_registers_test.moc"
