// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_support.h"

#include "exchange/xlsx_writer.h"

using namespace domain;
using namespace exchange;

// The tables that a company really has: headers in its own words, people without logins, grids without codes, titles
// over the header, names that point at each other; and the tables that nobody should have made.
class ImportCompanyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data();
    void headers();
    void words_data();
    void words();
    void loginsAreProposed();
    void gridsGetTheirNumbers();
    void chiefsAndGridsNameEachOther();
    void theSpreadAddressOfAHousehold();
    void equipment();
    void tablesNobodyShouldHaveMade_data();
    void tablesNobodyShouldHaveMade();
    void titleAboveTheHeader();
    void theSheetThatIsMeant();
    void villages();
    void allVillages();
};

void ImportCompanyTest::headers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("fields");
    const auto row = [](const char *kind, const char *columns, const char *fields) {
        QTest::newRow(columns) << QString::fromUtf8(kind) << QString::fromUtf8(columns)
                               << QString::fromUtf8(fields);
    };
    row("staff", "姓名 工号 岗位 手机", "name=姓名 login=工号 role=岗位 phone=手机");
    row("staff", "姓　名 帐号 职务 联系电话 所属网格 班组 部门",
        "name=姓　名 login=帐号 role=职务 phone=联系电话 grid=所属网格 team=班组 department=部门");
    row("staff", "*姓名(必填) 角色： 工种 上岗证",
        "name=*姓名(必填) role=角色： skills=工种 certificates=上岗证");
    row("grids", "网格编号 网格名称 网格长 户数",
        "code=网格编号 name=网格名称 chief=网格长 households=户数");
    row("customers", "户号 户主 联系电话 小区 楼栋 单元 房号",
        "source_id=户号 name=户主 phone=联系电话 address=小区+楼栋+单元+房号");
    row("customers", "用户编号 用户姓名 用水地址",
        "source_id=用户编号 name=用户姓名 address=用水地址");
    row("equipment", "设备编号 设备名称 安装地点 生产厂家 规格型号 安装日期 使用状态",
        "code=设备编号 name=设备名称 address=安装地点 maker=生产厂家 model=规格型号 "
        "installed_on=安装日期 "
        "state=使用状态");
    row("places", "code name streetCode provinceCode", "code=code community=name above=streetCode");
}

void ImportCompanyTest::headers()
{
    QFETCH(QString, kind);
    QFETCH(QString, columns);
    QFETCH(QString, fields);
    const Mapping mapping =
        guessMapping(Targets::of(*findRegister(kind)), columns.split(u' '), QStringLiteral("t"));
    QStringList found;
    for (const FieldSource &source : mapping.fields)
        found << source.field + u'=' + source.columns.join(u'+');
    QCOMPARE(found.join(u' '), fields);
}

void ImportCompanyTest::words_data()
{
    QTest::addColumn<QString>("role");
    const auto row = [](const char *word, const char *role) {
        QTest::newRow(word) << QString::fromUtf8(role);
    };
    row("客服", "clerk");
    row("话务员", "clerk");
    row("网格长", "chief");
    row("代理网格长", "chief");
    row("网格员", "member");
    row("水暖工", "technician");
    row("队长", "leader");
    row("经办人", "handler");
    row("质量监督员", "supervisor");
    row("总经理", "manager");
    row("管理员", "administrator");
}

void ImportCompanyTest::words()
{
    QFETCH(QString, role);
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.rows("staff", QByteArray("工号,姓名,岗位\nx,某人,") + QTest::currentDataTag() + "\n");
    const auto person = small.read().findRowByCode(Register::Staff, QStringLiteral("x"));
    QVERIFY2(person, qPrintable(importer.rejects()));
    QCOMPARE(person->row.values.text(staff::Role), role);
}

void ImportCompanyTest::loginsAreProposed()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray csv =
        "姓名,岗位,手机\n王方,网格员,13900000001\n王放,客服,13900000002\n曾国华,经理,\n"
        "王放,维修工,13900000003\n";
    QCOMPARE(importer.rows("staff", csv), "read 4, accepted 4, updated 0, unchanged 0, refused 0");
    const auto nameOf = [&small](const char *login) {
        const auto row = small.read().findRowByCode(Register::Staff, QString::fromLatin1(login));
        return row ? row->row.values.text(staff::Name) : QString();
    };
    QCOMPARE(nameOf("wangfang"), QStringLiteral("王方"));
    QCOMPARE(nameOf("wangfang2"), QStringLiteral("王放"));
    QCOMPARE(nameOf("wangfang3"), QStringLiteral("王放"));
    QCOMPARE(nameOf("zengguohua"), QStringLiteral("曾国华")); // a surname, not ceng
    QCOMPARE(importer.rows("staff", csv), "read 4, accepted 0, updated 0, unchanged 4, refused 0");
}

void ImportCompanyTest::gridsGetTheirNumbers()
{
    support::SmallDesk small;
    small.addGrid(QStringLiteral("02"), QStringLiteral("春晖园"));
    imports::Importer importer(small.desk());
    QCOMPARE(importer.rows("grids", "网格名称,网格长\n锦绣苑,王芳\n和平里,wang\n"),
        "read 2, accepted 2, updated 0, unchanged 0, refused 0");
    QCOMPARE(small.read()
                 .findRowByCode(Register::Grid, QStringLiteral("03"))
                 ->row.values.text(grid::Name),
        QStringLiteral("和平里"));
    const auto first = small.read().findRowByCode(Register::Grid, QStringLiteral("01"));
    QVERIFY(first->row.values.has(grid::Chief));
}

void ImportCompanyTest::chiefsAndGridsNameEachOther()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray staff = "姓名,所属网格\n李明,1\n周某,09\n",
                     grids = "网格编号,网格名称,网格长\n01,锦绣苑,李明\n";
    // As they stand each refuses the other.
    QCOMPARE(
        importer.rows("staff", staff), "read 2, accepted 0, updated 0, unchanged 0, refused 2");
    QVERIFY(importer.rejects().contains(QStringLiteral("2,grid,")));
    QCOMPARE(
        importer.rows("grids", grids), "read 1, accepted 0, updated 0, unchanged 0, refused 1");
    QVERIFY(importer.rejects().contains(QStringLiteral("2,chief,")));
    importer.options.deferUnknown = true;
    QCOMPARE(
        importer.rows("staff", staff), "read 2, accepted 2, updated 0, unchanged 0, refused 0");
    QCOMPARE(importer.report.counts.deferred, 2);
    importer.options.deferUnknown = false;
    QCOMPARE(
        importer.rows("grids", grids), "read 1, accepted 1, updated 0, unchanged 0, refused 0");
    QCOMPARE(
        importer.rows("staff", staff), "read 2, accepted 0, updated 1, unchanged 0, refused 1");
    QVERIFY(importer.rejects().contains(QStringLiteral("3,grid,")));
}

void ImportCompanyTest::theSpreadAddressOfAHousehold()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.rows("customers",
        "户号,户主,小区,楼栋,单元,房号\n1,王芳,锦绣苑,3栋,2单元,501\n2,李明,锦绣苑,3,2,501\n");
    QStringList addresses;
    for (const store::NumberedRow &row : small.read().findRows(Register::Customer))
        addresses << small.read().open(customer::Address, row.row.values[customer::Address]);
    QCOMPARE(addresses,
        (QStringList{QStringLiteral("锦绣苑3栋2单元501"), QStringLiteral("锦绣苑3-2-501")}));
}

void ImportCompanyTest::equipment()
{
    support::SmallDesk small;
    small.addGrid(QStringLiteral("01"), QStringLiteral("锦绣苑"));
    imports::Importer importer(small.desk());
    const QByteArray csv = "设备编号,设备名称,专业,安装地点,安装日期,使用状态,所属网格,备注\n"
                           "SB-01,二次供水泵,供水,泵房,2019-05-01,在用,01,\n"
                           ",楼道灯,电,3栋,,坏了,01,\n,门禁,物业,5栋,,停用,,待换\n";
    QCOMPARE(
        importer.rows("equipment", csv), "read 3, accepted 2, updated 0, unchanged 0, refused 1");
    QVERIFY(importer.rejects().contains(QStringLiteral("3,state,")));
    const Values pump =
        small.read().findRowByCode(Register::Equipment, QStringLiteral("SB-01"))->row.values;
    QCOMPARE(pump.text(equipment::Condition), QStringLiteral("in_use"));
    QCOMPARE(pump.number(equipment::InstalledOn),
        support::moment_ms(QStringLiteral("2019-05-01 00:00")));
    QCOMPARE(
        importer.rows("equipment", csv), "read 3, accepted 0, updated 0, unchanged 2, refused 1");
}

void ImportCompanyTest::tablesNobodyShouldHaveMade_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("outcome"); // the counts, or a part of the refusal
    const auto row = [](const char *name, const char *csv, const char *outcome) {
        QTest::newRow(name) << QByteArray(csv) << QByteArray(outcome);
    };
    row("empty", "", "The file is empty");
    row("header only", "姓名,岗位\n", "read 0, accepted 0, updated 0, unchanged 0, refused 0");
    row("header of nothing", ",,\n李明,网格长,\n", "The table has no header row");
    row("another table", "商品,单价\n扳手,30\n", "None of the columns");
    row("the same login twice, two people", "工号,姓名\nli,李明\nli,李亮\n",
        "read 2, accepted 1, updated 1, unchanged 0, refused 0");
    row("blank rows between", "姓名\n李明\n\n\n王芳二\n",
        "read 2, accepted 2, updated 0, unchanged 0, refused 0");
    row("a login that was just proposed to another", "工号,姓名\n,李明\nliming,黎明\n",
        "read 2, accepted 1, updated 0, unchanged 0, refused 1");
    row("unknown chief", "姓名,所属网格\n李明,十三\n",
        "read 1, accepted 0, updated 0, unchanged 0, refused 1");
}

void ImportCompanyTest::tablesNobodyShouldHaveMade()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, outcome);
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray found = importer.rows("staff", csv);
    QVERIFY2(found.contains(outcome), found);
}

void ImportCompanyTest::titleAboveTheHeader()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QCOMPARE(
        importer.rows("staff", "员工花名册,,\n2026年11月,,\n姓名,岗位,手机\n李明,网格长,139\n"),
        "read 1, accepted 1, updated 0, unchanged 0, refused 0");
    // A table whose first column alone has a name keeps it.
    QCOMPARE(importer.rows("staff", "姓名,\n王二,\n"),
        "read 1, accepted 1, updated 0, unchanged 0, refused 0");
}

void ImportCompanyTest::theSheetThatIsMeant()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("two.xlsx"));
    XlsxWriter writer(path, QStringLiteral("说明"), 1); // the second row goes on the next sheet
    QVERIFY(writer.begin({{QStringLiteral("姓名")}}) && writer.add({QStringLiteral("李明")})
        && writer.add({QStringLiteral("王芳")}) && writer.finish());
    const OpenedTable opened = openTable(path);
    const auto &table = std::get<std::unique_ptr<TableReader>>(opened);
    QCOMPARE(table->sheetNames().size(), 2);
    TableOptions second;
    second.layer = table->sheetNames().last();
    const OpenedTable other = openTable(path, second);
    QCOMPARE(std::get<std::unique_ptr<TableReader>>(other)->next()->cells.first(),
        QStringLiteral("王芳"));
}

namespace
{

const QStringList oddVillages{QStringLiteral("莫\U00021413村委会"),
    QStringLiteral("輋\U0002348D村委会"), QStringLiteral("高\ue170村委会"),
    QStringLiteral("\ue08b尾村村委会")};

} // namespace

void ImportCompanyTest::villages()
{
    support::SmallDesk small;
    const Id own = small.addGrid(QStringLiteral("01"), QStringLiteral("锦绣苑"));
    small.addRow(Register::Place,
        {{place::Address, QStringLiteral("永丰村")}, {place::Grid, QVariant::fromValue(own)}});
    imports::Importer importer(small.desk());
    QByteArray csv = "code,name,streetCode,provinceCode,cityCode,areaCode\n";
    for (qsizetype i = 0; i < oddVillages.size(); ++i)
        csv += QStringLiteral("42060200620%1,\"%2\",420602006,42,4206,420602\n")
                   .arg(QString::number(i), oddVillages[i])
                   .toUtf8();
    csv += "440000000001,永丰村委会,440000000,44,4400,440000\n440000000002,永丰村委会,440000001,44,"
           "4400,"
           "440000\n";
    QCOMPARE(importer.rows("places", csv), "read 6, accepted 6, updated 0, unchanged 0, refused 0");
    for (qsizetype i = 0; i < oddVillages.size(); ++i) {
        const auto row =
            small.read().findRowByCode(Register::Place, QStringLiteral("42060200620%1").arg(i));
        QCOMPARE(row->row.values.text(place::Community).toUtf8(), oddVillages[i].toUtf8());
        QCOMPARE(row->row.values.text(place::Above), QStringLiteral("420602006"));
    }
    QCOMPARE(importer.rows("places", csv), "read 6, accepted 0, updated 0, unchanged 6, refused 0");
    // The table takes no ticket from the grid that the company's own place gives it.
    QCOMPARE(small.read().findGridFor({{field::Address, QStringLiteral("永丰村3号")}}), own);
    QCOMPARE(small.read().findRowsInGrids(Register::Place).size(), 1);
}

/// All 620,573 of them; minutes on a slow disk, so only where it is asked for.
void ImportCompanyTest::allVillages()
{
    const QString path = qEnvironmentVariable("GRIDDESK_VILLAGES");
    if (path.isEmpty())
        QSKIP("GRIDDESK_VILLAGES names no unpacked divisions/villages.csv.");
    support::SmallDesk small;
    const auto import = [&] {
        OpenedTable opened = openTable(path);
        TableReader &table = *std::get<std::unique_ptr<TableReader>>(opened);
        const RegisterSpec &spec = registerSpec(Register::Place);
        const Mapping mapping =
            guessMapping(Targets::of(spec), table.columns(), QStringLiteral("villages"));
        return std::get<ImportReport>(importRegister(small.desk(), table, spec, mapping, {}));
    };
    QCOMPARE(imports::summary(import().counts),
        "read 620573, accepted 620573, updated 0, unchanged 0, refused 0");
    QCOMPARE(small.read().countRows(Register::Place), 620'573);
    const std::pair<const char *, QString> odd[] = {{"420602006207", oddVillages[0]},
        {"441424103203", oddVillages[1]}, {"420684103229", oddVillages[2]},
        {"450681101201", oddVillages[3]}};
    for (const auto &[code, name] : odd)
        QCOMPARE(small.read()
                     .findRowByCode(Register::Place, QString::fromLatin1(code))
                     ->row.values.text(place::Community),
            name);
    QCOMPARE(imports::summary(import().counts),
        "read 620573, accepted 0, updated 0, unchanged 620573, refused 0");
    // A village is found while one types, and no ticket waits for the table.
    small.desk().startIndexingPeople();
    QTRY_VERIFY_WITH_TIMEOUT(
        !small.read().findPlaces(QStringLiteral("莫\U00021413"), 5).isEmpty(), 60'000);
    QVERIFY(small.read().findGridFor({{field::Address, QStringLiteral("永丰村3号")}}).isNull());
}

QTEST_GUILESS_MAIN(ImportCompanyTest)
#include "import_company_test.moc"
